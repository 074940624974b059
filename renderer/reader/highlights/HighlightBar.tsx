// The small bar at what is chosen in the text: keep it in a colour, write a note on it, copy it, search for it, or take the highlight away.
import { highlightColours } from '../../../preload/act.ts'
import { readerHandle } from '../../app/readerHandle.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useStore } from '../../ui/useStore.ts'
import { copyChosen, noteChosen, paint, removeChosen, searchForChosen } from './chosenCommands.ts'
import { marking, type Spot } from './marking.ts'
import { NoteField } from './NoteField.tsx'
import { words } from './words.ts'
import './HighlightBar.css'

export function HighlightBar() {
  const chosen = useStore(marking, (now) => now.chosen)
  const article = useStore(marking, (now) => now.article)
  const highlight = useStore(marking, (now) => now.placed.find(({ id }) => id === now.chosen?.highlight))
  if (!chosen || article === undefined) return null
  const { spot, isNoting } = chosen
  return (
    <div className="highlight-bar" style={placeOf(spot)} data-noting={isNoting}>
      {/* A press must not take the focus: the passage would be chosen no more. */}
      <div
        className="highlight-bar-tools"
        role="toolbar"
        aria-label={words.bar}
        onMouseDown={(event) => event.preventDefault()}
      >
        {highlightColours.map((colour, index) => (
          <IconButton
            key={colour}
            className="highlight-colour"
            data-colour={colour}
            label={highlight ? words.changeTo(colour) : words.keepIn(colour)}
            shortcut={String(index + 1)}
            {...(highlight ? { isOn: highlight.colour === colour } : {})}
            onClick={() => void paint(colour)}
          >
            <span />
          </IconButton>
        ))}
        <span className="highlight-bar-line" />
        <IconButton label={words.note} shortcut="m" onClick={() => void noteChosen()}>
          <Icon name="note" />
        </IconButton>
        <IconButton label={words.copy} onClick={() => void copyChosen()}>
          <Icon name="copy" />
        </IconButton>
        <IconButton label={words.searchFor} onClick={searchForChosen}>
          <Icon name="search" />
        </IconButton>
        {highlight && (
          <IconButton label={words.remove} shortcut="Delete" onClick={() => void removeChosen()}>
            <Icon name="trash" />
          </IconButton>
        )}
      </div>
      {highlight && isNoting && (
        <NoteField
          key={highlight.id}
          of={{ article, highlight: highlight.id }}
          note={highlight.note ?? ''}
          label={words.noteLabel}
          placeholder={words.notePlaceholder}
          autoFocus
          onDone={(how) => {
            marking.change({ chosen: undefined })
            if (how === 'key') readerHandle.get()?.focus()
          }}
        />
      )}
      {highlight?.note !== undefined && !isNoting && (
        <button type="button" className="highlight-bar-note" dir="auto" onClick={() => void noteChosen()}>
          {highlight.note}
        </button>
      )}
    </div>
  )
}

/** Above what is chosen; below it where there is no room; always on the screen while what is chosen is. */
function placeOf({ left, right, top, bottom }: Spot) {
  const middle = `clamp(150px, ${(left + right) / 2}px, calc(100% - 150px))`
  if (bottom < 44 || top > window.innerHeight) return { display: 'none' }
  const isAbove = top > 100
  return isAbove
    ? { left: middle, bottom: `max(8px, calc(100% - ${top - 7}px))` }
    : { left: middle, top: `min(calc(100% - 190px), ${bottom + 9}px)` }
}
