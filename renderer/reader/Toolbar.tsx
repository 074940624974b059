// Over the text: which form of the page, and what can be done with it. Steps back while one reads.
import { Popover, Tabs } from 'radix-ui'
import type { Article } from '../../preload/article.ts'
import { appSettings } from '../app/appSettings.ts'
import { onArticles } from '../app/articleCommands.ts'
import { runCommand, shortcutOf } from '../app/commands.ts'
import { closeLayer, layers, openLayer } from '../app/layers.ts'
import { panes } from '../app/panes.ts'
import { commandWords, type CommandId } from '../app/words.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { returnFocus } from '../ui/returnFocus.ts'
import { useStore } from '../ui/useStore.ts'
import { Appearance } from './Appearance.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { TagEditor } from './TagEditor.tsx'
import { words } from './words.ts'
import './Toolbar.css'

type Props = { article: Article; isQuiet: boolean }

export function Toolbar({ article, isQuiet }: Props) {
  const layer = useStore(layers, (now) => now.top)
  const isSingle = useStore(panes, (now) => now.width !== 'wide')
  const isFocused = useStore(panes, (now) => now.isFocused)
  const isPanelOpen = useStore(appSettings, (now) => now.panel !== 'closed')
  const isBusy = layer?.kind === 'appearance' || layer?.kind === 'more' || layer?.kind === 'tags'
  const isTagging = layer?.kind === 'tags' && layer.ids.length === 1 && layer.ids[0] === article.id
  return (
    <div className="toolbar" role="toolbar" aria-label={words.toolbar} data-quiet={(isQuiet && !isBusy) || undefined}>
      {(isSingle || isFocused) && (
        <IconButton label={words.back} shortcut="Escape" onClick={() => runCommand('back')}>
          <Icon name="back" />
        </IconButton>
      )}
      <Tabs.List className="toolbar-tabs" aria-label={words.reader}>
        <Tabs.Trigger value="article">{words.article}</Tabs.Trigger>
        <Tabs.Trigger value={article.pdf ? 'pdf' : 'snapshot'}>{article.pdf ? words.pdf : words.snapshot}</Tabs.Trigger>
      </Tabs.List>
      <span className="toolbar-gap" />
      <Popover.Root open={layer?.kind === 'appearance'} onOpenChange={(isOpen) => setLayer('appearance', isOpen)}>
        <Popover.Trigger asChild>
          <IconButton label={words.appearance} shortcut={shortcutOf('appearance')} className="toolbar-letters">
            Aa
          </IconButton>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="popover"
            align="end"
            sideOffset={6}
            collisionPadding={12}
            onCloseAutoFocus={returnFocus}
            aria-label={words.appearance}
          >
            <Appearance />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <Act id="article.later" of={article.id} icon="later" isOn={article.place === 'later'} />
      <Act id="article.archive" of={article.id} icon="archive" isOn={article.place === 'archive'} />
      <Act id="article.favourite" of={article.id} icon="favourites" isOn={article.favourite} />
      <Popover.Root
        open={isTagging}
        onOpenChange={(isOpen) => (isOpen ? openLayer({ kind: 'tags', ids: [article.id] }) : closeLayer('tags'))}
      >
        <Popover.Trigger asChild>
          <IconButton label={commandWords['article.tag']} shortcut={shortcutOf('article.tag')}>
            <Icon name="tag" />
          </IconButton>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="popover"
            align="end"
            sideOffset={6}
            collisionPadding={12}
            onCloseAutoFocus={returnFocus}
            aria-label={commandWords['article.tag']}
          >
            <TagEditor ids={[article.id]} />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <IconButton
        label={commandWords['panel.toggle']}
        shortcut={shortcutOf('panel.toggle')}
        isOn={isPanelOpen}
        onClick={() => runCommand('panel.toggle')}
      >
        <Icon name="panel" />
      </IconButton>
      <MoreMenu article={article} isOpen={layer?.kind === 'more'} onOpen={(isOpen) => setLayer('more', isOpen)} />
    </div>
  )
}

function setLayer(kind: 'appearance' | 'more', isOpen: boolean) {
  if (isOpen) openLayer({ kind })
  else closeLayer(kind)
}

function Act({ id, of, icon, isOn }: { id: CommandId; of: string; icon: IconName; isOn: boolean }) {
  return (
    <IconButton
      label={commandWords[id]}
      shortcut={shortcutOf(id)}
      isOn={isOn}
      onClick={() => onArticles([of], () => runCommand(id))}
    >
      <Icon name={icon} filled={isOn && icon === 'favourites'} />
    </IconButton>
  )
}
