import { AddDialog } from './add/AddDialog.tsx'
import { AddManyDialog } from './add/AddManyDialog.tsx'
import { ListSummaryDialog } from './add/ListSummaryDialog.tsx'
import { SearchHelpDialog } from './list/SearchHelpDialog.tsx'
import { WhyDialog } from './list/WhyDialog.tsx'
import { Palette } from './palette/Palette.tsx'
import { FixDialog } from './reader/fix/FixDialog.tsx'
import { RuleApplyDialog } from './reader/fix/RuleApplyDialog.tsx'
import { PictureView } from './reader/PictureView.tsx'
import { TagDialog } from './reader/TagDialog.tsx'
import { VersionsDialog } from './reader/versions/VersionsDialog.tsx'
import { AboutDialog } from './settings/AboutDialog.tsx'
import { SettingsDialog } from './settings/SettingsDialog.tsx'
import { SiteRulesDialog } from './settings/SiteRulesDialog.tsx'
import { ShortcutsDialog } from './settings/ShortcutsDialog.tsx'
import { EmptyTrashDialog } from './settings/EmptyTrashDialog.tsx'
import { StatisticsDialog } from './statistics/StatisticsDialog.tsx'
import { SearchNameDialog } from './sidebar/SearchNameDialog.tsx'
import { TagNameDialog } from './sidebar/TagNameDialog.tsx'
import { TagsDialog } from './sidebar/TagsDialog.tsx'
import { useStore } from './ui/useStore.ts'
import { layers, type Layer } from './app/layers.ts'
import { PurgeDialog } from './app/PurgeDialog.tsx'
import { selection } from './app/selection.ts'

/** The dialog that is open, and those it was opened from. Popovers stand beside the button that opens them. */
export function Layers() {
  const { top, below = [] } = useStore(layers)
  return top && [...below, top].map((layer) => <OneLayer key={layer.kind} top={layer} />)
}

function OneLayer({ top }: { top: Layer }) {
  const open = useStore(selection, (now) => now.open)
  switch (top.kind) {
    case 'add':
      return <AddDialog layer={top} />
    case 'addMany':
      return <AddManyDialog links={top.links} />
    case 'listSummary':
      return <ListSummaryDialog />
    case 'purge':
      return <PurgeDialog ids={top.ids} />
    case 'tagName':
      return <TagNameDialog tags={top.tags} />
    case 'tagList':
      return <TagsDialog />
    case 'searchName':
      return <SearchNameDialog search={top.search} />
    case 'emptyTrash':
      return <EmptyTrashDialog />
    case 'statistics':
      return <StatisticsDialog />
    case 'settings':
      return <SettingsDialog />
    case 'about':
      return <AboutDialog />
    case 'shortcuts':
      return <ShortcutsDialog />
    case 'searchHelp':
      return <SearchHelpDialog />
    case 'why':
      return <WhyDialog key={top.id} id={top.id} query={top.query} />
    case 'palette':
      return <Palette />
    case 'tags':
      return top.ids.length === 1 && top.ids[0] === open ? null : <TagDialog ids={top.ids} />
    case 'versions':
      return <VersionsDialog key={top.id} id={top.id} compare={top.compare} />
    case 'siteRules':
      return <SiteRulesDialog />
    case 'ruleApply':
      return <RuleApplyDialog site={top.site} rule={top.rule} />
    case 'fix':
      return <FixDialog key={top.id} id={top.id} />
    case 'picture':
      return <PictureView pictures={top.pictures} at={top.at} dir={top.dir} />
    case 'appearance':
    case 'more':
      return null
  }
}
