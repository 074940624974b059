// Beside the text: what is in it, what was marked in it, where it comes from, and what is like it.
import { Tabs } from 'radix-ui'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Article, Version } from '../../../preload/article.ts'
import { appSettings } from '../../app/appSettings.ts'
import { focusReader } from '../../app/readerHandle.ts'
import { shortcutOf } from '../../app/commands.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import { Contents } from './Contents.tsx'
import { Details } from './Details.tsx'
import { PanelHighlights } from './PanelHighlights.tsx'
import { closePanel, panelFocus, panelTabs, showPanelTab, type PanelTab } from './sidePanel.ts'
import { Similar } from './Similar.tsx'
import { words } from './words.ts'
import './SidePanel.css'

/** As in Reader.css. */
const widthForBoth = 660

export function SidePanel({ article, record }: { article: Article; record: Version | undefined }) {
  const tab = useStore(appSettings, (now) => now.panel)
  const due = useStore(panelFocus, (now) => now.due)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (due !== 'tab') return
    const found = box.current?.querySelector<HTMLElement>('[role="tab"][data-state="active"]')
    found?.focus()
    if (found) panelFocus.set({})
  }, [due, tab])
  // Out of the panel is back to the text; where it lies over the text, it goes.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    if ((box.current?.parentElement?.clientWidth ?? 0) < widthForBoth) closePanel()
    else focusReader({ isComing: false })
  }
  if (tab === 'closed') return null
  return (
    <Tabs.Root asChild value={tab} onValueChange={(next) => showPanelTab(next as PanelTab)} activationMode="automatic">
      <aside className="panel" aria-label={words.panel} ref={box} onKeyDown={onKeyDown}>
        <div className="panel-head">
          <Tabs.List className="panel-tabs" aria-label={words.panel}>
            {panelTabs.map((each) => (
              <Tabs.Trigger key={each} value={each}>
                <span>{words.tabs[each]}</span>
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <IconButton label={words.close} shortcut={shortcutOf('panel.toggle')} onClick={closePanel}>
            <Icon name="close" size={14} />
          </IconButton>
        </div>
        <Tabs.Content value="contents" className="panel-body">
          <Contents />
        </Tabs.Content>
        <Tabs.Content value="highlights" className="panel-body">
          <PanelHighlights article={article} />
        </Tabs.Content>
        <Tabs.Content value="details" className="panel-body">
          {/* What is being put right of one article is not said of the next. */}
          <Details key={article.id} article={article} record={record} />
        </Tabs.Content>
        <Tabs.Content value="similar" className="panel-body">
          <Similar key={article.id} id={article.id} />
        </Tabs.Content>
      </aside>
    </Tabs.Root>
  )
}
