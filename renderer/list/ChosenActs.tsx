import { runCommand, shortcutOf } from '../app/commands.ts'
import { commandWords, type CommandId } from '../app/words.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { words } from './words.ts'

const acts: readonly (readonly [CommandId, IconName])[] = [
  ['article.archive', 'archive'],
  ['article.later', 'later'],
  ['article.favourite', 'favourites'],
  ['article.tag', 'tag'],
  ['article.trash', 'trash'],
]

const inTrash: readonly (readonly [CommandId, IconName])[] = [
  ['article.restore', 'restore'],
  ['article.purge', 'trash'],
]

/** What can be done at once to the rows that are chosen, for those who point. */
export function ChosenActs({ areTrashed }: { areTrashed: boolean }) {
  return (
    <span className="list-acts" role="toolbar" aria-label={words.chosenActs}>
      {(areTrashed ? inTrash : acts).map(([id, icon]) => (
        <IconButton key={id} label={commandWords[id]} shortcut={shortcutOf(id)} onClick={() => runCommand(id)}>
          <Icon name={icon} />
        </IconButton>
      ))}
    </span>
  )
}
