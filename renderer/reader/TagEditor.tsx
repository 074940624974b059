// The tags of one article or of several, with completion over those there are. Enter adds, a press takes away; each is done at once. Enter with nothing typed or walked to is the end.
import { formatNumber } from '../../preload/language.ts'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { tell } from '../app/acts.ts'
import { closeLayer } from '../app/layers.ts'
import { useQuery } from '../app/useQuery.ts'
import { setTag } from '../library/acts.ts'
import { articlesByIds } from '../library/articles.ts'
import { tagCounts } from '../library/tags.ts'
import { Icon } from '../ui/Icon.tsx'
import { completions } from './completions.ts'
import { tagWords as words } from './tagWords.ts'
import './TagEditor.css'

export function TagEditor({ ids }: { ids: readonly string[] }) {
  const articles = useQuery(() => articlesByIds(ids), ids)
  const counts = useQuery(tagCounts, [])
  const [text, setText] = useState('')
  /** Where the arrows have gone; the first is meant by whoever types. */
  const [walked, setWalked] = useState<number>()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const tags = shared(articles?.map((article) => article?.tags ?? []) ?? [])
  const offers = completions(text, counts ?? [], tags)
  const at = Math.min(walked ?? (text.trim() === '' ? -1 : 0), offers.length - 1)
  const chosen = offers[at]

  const add = (tag: string) => {
    setText('')
    setWalked(undefined)
    if (tag !== '' && !tags.includes(tag)) void tell(setTag(ids, tag, true), { isQuiet: true })
  }
  const remove = (tag: string) => void tell(setTag(ids, tag, false))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1
      if (offers.length > 0) setWalked((next + offers.length) % offers.length)
    } else if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      if (chosen) add(chosen.tag)
      else if (text.trim() === '' && event.key === 'Enter') closeLayer('tags')
    } else if (event.key === 'Tab' && text !== '' && chosen) {
      event.preventDefault()
      setText(chosen.tag)
    } else if (event.key === 'Backspace' && text === '' && !event.repeat) {
      // Held down it takes away what was typed, and stops there.
      const last = tags.at(-1)
      if (last !== undefined) remove(last)
    }
  }

  return (
    <div className="tag-editor">
      <div className="tag-field">
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className="tag-set"
            aria-label={words.remove(tag)}
            onClick={() => {
              // Its button goes with it.
              field.current?.focus()
              remove(tag)
            }}
          >
            <bdi>{tag}</bdi>
            <Icon name="close" size={11} />
          </button>
        ))}
        <input
          ref={field}
          autoFocus
          value={text}
          placeholder={tags.length === 0 ? words.placeholder : ''}
          aria-label={words.label(ids.length)}
          {...(offers.length > 0 ? { 'aria-controls': listId } : {})}
          aria-autocomplete="list"
          {...(chosen ? { 'aria-activedescendant': `${listId}-${offers.indexOf(chosen)}` } : {})}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          onChange={(event) => {
            setText(event.target.value)
            setWalked(undefined)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {offers.length > 0 && (
        <ul className="tag-offers" id={listId} role="listbox" aria-label={words.offers}>
          {offers.map((offer, index) => (
            <li
              key={offer.tag}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={offer === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => add(offer.tag)}
            >
              <span>{offer.isNew ? words.make(offer.tag) : offer.tag}</span>
              {!offer.isNew && <span className="tag-count">{formatNumber(offer.count)}</span>}
            </li>
          ))}
        </ul>
      )}
      {offers.length === 0 && text === '' && <p className="tag-hint">{words.hint}</p>}
    </div>
  )
}

/** The tags that all of them have. */
function shared(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists
  return first.filter((tag) => others.every((list) => list.includes(tag)))
}
