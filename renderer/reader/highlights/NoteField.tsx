// A note being written. Every key reaches a draft that outlives the window; the note itself is an act, written when one is done with it.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { failureWords } from '../../../preload/failure.ts'
import { say } from '../../app/toasts.ts'
import { draftOf, keepDraft, keepNote, type NoteOf } from '../../library/drafts.ts'
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
  useEffect(() => {
    now.current = { of, note, written }
  })

  useEffect(() => {
    let isGone = false
    void draftOf(now.current.of).then((draft) => {
      if (!isGone && draft !== undefined) setWritten((before) => before ?? draft)
    })
    return () => {
      isGone = true
      void commit(now.current)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
    event.preventDefault()
    event.stopPropagation()
    void commit(now.current)
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
          void keepDraft(of, event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          void commit(now.current)
          onDone?.('left')
        }}
      />
    </div>
  )
}

async function commit({ of, note, written }: { of: NoteOf; note: string; written: string | undefined }) {
  if (written === undefined || written === note) return
  const answer = await keepNote(of, written)
  if (!answer.ok) say(failureWords(answer.failure), { isProblem: true })
}
