import { shortcutOf } from '../app/commands.ts'
import { focusReader } from '../app/readerHandle.ts'
import { selection } from '../app/selection.ts'
import { commandWords } from '../app/words.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { words } from './words.ts'

/** How many places match the search, and the way from one to the next. */
export function Matches({ count, at, onWalk }: { count: number; at: number; onWalk: (direction: 1 | -1) => void }) {
  const end = () => {
    selection.change({ marks: [] })
    focusReader({ isComing: false })
  }
  return (
    <div className="matches">
      <span className="matches-count" role="status">
        {words.matches(at, count)}
      </span>
      <IconButton
        className="matches-up"
        label={commandWords['reader.previousMatch']}
        shortcut={shortcutOf('reader.previousMatch')}
        onClick={() => onWalk(-1)}
      >
        <Icon name="chevron" />
      </IconButton>
      <IconButton
        label={commandWords['reader.nextMatch']}
        shortcut={shortcutOf('reader.nextMatch')}
        onClick={() => onWalk(1)}
      >
        <Icon name="chevron" />
      </IconButton>
      <IconButton label={words.endMatches} onClick={end}>
        <Icon name="close" />
      </IconButton>
    </div>
  )
}
