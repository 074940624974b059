// Finding within the article: as one types, with the count and the way from one place to the next.
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { words } from './words.ts'

type Props = {
  text: string
  count: number
  at: number
  onText: (text: string) => void
  onWalk: (direction: 1 | -1) => void
  onClose: () => void
}

export function FindBar({ text, count, at, onText, onWalk, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onWalk(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="matches find-bar" role="search" aria-label={words.find} onKeyDown={onKeyDown}>
      <input
        ref={field}
        id={findFieldId}
        value={text}
        aria-label={words.find}
        placeholder={words.find}
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        onChange={(event) => onText(event.target.value)}
      />
      <span className="matches-count" role="status">
        {text.trim() === '' ? '' : count === 0 ? words.none : words.place(at, count)}
      </span>
      <IconButton className="matches-up" label={words.previous} disabled={count === 0} onClick={() => onWalk(-1)}>
        <Icon name="chevron" />
      </IconButton>
      <IconButton label={words.next} disabled={count === 0} onClick={() => onWalk(1)}>
        <Icon name="chevron" />
      </IconButton>
      <IconButton label={words.close} onClick={onClose}>
        <Icon name="close" />
      </IconButton>
    </div>
  )
}

export const findFieldId = 'find-field'
