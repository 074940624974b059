import { DropdownMenu } from 'radix-ui'
import type { Article } from '../../preload/article.ts'
import { onArticles } from '../app/articleCommands.ts'
import { commandOf, runCommand } from '../app/commands.ts'
import type { CommandId } from '../app/words.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Keys } from '../ui/Keys.tsx'
import { returnFocus } from '../ui/returnFocus.ts'
import { words } from './words.ts'
import '../ui/Menu.css'

type Entry = { readonly id: CommandId; readonly icon: IconName } | 'line'

const kept: readonly Entry[] = [
  { id: 'article.openOriginal', icon: 'out' },
  { id: 'article.copyLink', icon: 'link' },
  { id: 'article.recapture', icon: 'restore' },
  { id: 'article.print', icon: 'print' },
  { id: 'article.fix', icon: 'point' },
  { id: 'article.versions', icon: 'versions' },
  { id: 'article.signIn', icon: 'signIn' },
  'line',
  { id: 'article.unread', icon: 'inbox' },
  { id: 'focus.toggle', icon: 'focus' },
  'line',
  { id: 'article.trash', icon: 'trash' },
]
const thrownAway: readonly Entry[] = [
  { id: 'article.openOriginal', icon: 'out' },
  { id: 'article.copyLink', icon: 'link' },
  'line',
  { id: 'article.restore', icon: 'restore' },
  { id: 'article.purge', icon: 'trash' },
]

export function MoreMenu({
  article,
  isOpen,
  onOpen,
}: {
  article: Article
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}) {
  return (
    <DropdownMenu.Root open={isOpen} onOpenChange={onOpen} modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={words.more}>
          <Icon name="more" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          onCloseAutoFocus={returnFocus}
          data-pane="reader"
        >
          {(article.trashed ? thrownAway : kept).map((entry, index) =>
            entry === 'line' ? (
              <DropdownMenu.Separator key={index} className="menu-line" />
            ) : (
              <Item key={entry.id} id={entry.id} of={article} icon={entry.icon} />
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Item({ id, of, icon }: { id: CommandId; of: Article; icon: IconName }) {
  const command = commandOf(id)
  const run = () => onArticles([of.id], () => runCommand(id), { isInTrash: of.trashed })
  return (
    <DropdownMenu.Item className="menu-item" onSelect={run}>
      <Icon name={icon} />
      {command.words}
      {command.keys[0] && <Keys shortcut={command.keys[0]} />}
    </DropdownMenu.Item>
  )
}
