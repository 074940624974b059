// A note being written. Every key reaches a draft that outlives the window; the note itself is an act, written when one is done with it.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { tell } from '../../app/acts.ts'
import { draftOf, dropDraft, keepDraft, keepNote, type NoteOf } from '../../library/drafts.ts'
import './NoteField.css'

type Props = {
  of: NoteOf
  note: string
  label: string
  placeholder: string
  autoFocus?: boolean
  /** Escape, Ctrl Enter, or the focus went elsewhere. */
  onDone?: (how: 'key' | 'left') => void
}

/** Give it a `key` of what it is a note on. */
export function NoteField({ of, note, label, placeholder, autoFocus = false, onDone }: Props) {
  const [written, setWritten] = useState<string>()
  const now = useRef({ of, note, written })
  /** On its way to the vault: Escape takes the focus away too, and to write it twice would be two steps of undo. */
  const handedIn = useRef<string>(undefined)
  useEffect(() => {
    now.current = { of, note, written }
    if (handedIn.current === note) handedIn.current = undefined
  })
  // From here on what is kept is what is shown: Undo may change it.
  if (written !== undefined && written === note) setWritten(undefined)

  const commit = () => {
    const { of: what, note: before, written: text } = now.current
    if (text === undefined || text === (handedIn.current ?? before)) return
    handedIn.current = text
    void tell(keepNote(what, text), { isQuiet: true }).then((isKept) => {
      if (!isKept && handedIn.current === text) handedIn.current = undefined
    })
  }

  useEffect(() => {
    let isGone = false
    void draftOf(now.current.of).then((draft) => {
      if (!isGone && draft !== undefined) setWritten((before) => before ?? draft)
    })
    return () => {
      isGone = true
      commit()
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    commit()
    onDone?.('key')
  }

  const text = written ?? note
  return (
    <div className="note-field" data-text={text}>
      <textarea
        autoFocus={autoFocus}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        dir="auto"
        rows={1}
        maxLength={1_000_000}
        onChange={(event) => {
          setWritten(event.target.value)
          // A draft that says what the note says would bring it back after Undo.
          void (event.target.value === note ? dropDraft(of) : keepDraft(of, event.target.value))
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          commit()
          onDone?.('left')
        }}
      />
    </div>
  )
}
