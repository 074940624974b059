import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { focusList, searchFieldId } from '../app/searchField.ts'
import { rememberSearch } from '../app/searchHistory.ts'
import { moveCursor, selection, typeQuery, whenAnswered } from '../app/selection.ts'
import { runCommand, shortcutOf } from '../app/commands.ts'
import { arrowStep } from '../ui/arrowStep.ts'
import { Icon } from '../ui/Icon.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useStore } from '../ui/useStore.ts'
import { completion } from './completion.ts'
import { impossible } from './impossible.ts'
import { SearchHistory } from './SearchHistory.tsx'
import { useNames } from './useNames.ts'
import { historyId, historyOptionId, useSearchHistory } from './useSearchHistory.ts'
import { words } from './words.ts'
import './SearchField.css'

/** The typed text is drawn by a copy behind the field, which can colour the operators; the field itself holds the caret. */
export function SearchField() {
  const query = useStore(selection, (now) => now.query)
  const field = useRef<HTMLInputElement>(null)
  const copy = useRef<HTMLSpanElement>(null)
  const follow = () => {
    if (field.current && copy.current) copy.current.style.transform = `translateX(${-field.current.scrollLeft}px)`
  }
  useLayoutEffect(follow, [query])
  const shortcut = shortcutOf('search')
  const [isFocused, setFocused] = useState(false)
  const [caret, setCaret] = useState(0)
  const names = useNames(isFocused)
  const rest = isFocused && caret === query.length ? completion(query, names) : undefined

  const bad = impossible(query)
  const history = useSearchHistory(isFocused && query === '', (before) => {
    typeQuery(before)
    setCaret(before.length)
  })

  const clear = () => {
    typeQuery('')
    field.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isOn = event.key === 'Tab' || arrowStep(event.key, event.currentTarget) === 1
    if (event.nativeEvent.isComposing) return
    if (history.onKeyDown(event)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (query === '') focusList()
      else typeQuery('')
    } else if (rest !== undefined && !event.shiftKey && isOn) {
      event.preventDefault()
      typeQuery(query + rest)
      setCaret(query.length + rest.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      void openFound(query)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (selection.get().cursor === undefined) selection.change({ cursor: selection.get().rows[0] })
      else moveCursor(event.key === 'ArrowDown' ? 1 : -1)
    }
  }

  return (
    <div className="search" role="search">
      <Icon name="search" />
      <div className="search-text">
        <span className="search-copy" ref={copy} aria-hidden="true">
          {bad ? (
            <>
              {coloured(query.slice(0, bad.start))}
              <span className="search-bad">{query.slice(bad.start, bad.end)}</span>
              {coloured(query.slice(bad.end))}
            </>
          ) : (
            coloured(query)
          )}
          {rest !== undefined && <span className="search-rest">{rest}</span>}
        </span>
        <input
          id={searchFieldId}
          ref={field}
          value={query}
          placeholder={words.searchPlaceholder}
          aria-label={words.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="inline"
          aria-invalid={bad !== undefined}
          {...(rest !== undefined
            ? { 'aria-description': words.completes(query + rest) }
            : query === '' && history.searches.length > 0
              ? { 'aria-description': words.hasEarlier }
              : {})}
          {...(history.at === undefined
            ? {}
            : { 'aria-controls': historyId, 'aria-activedescendant': historyOptionId(history.at) })}
          onChange={(event) => {
            setCaret(event.target.selectionStart ?? event.target.value.length)
            typeQuery(event.target.value)
          }}
          onFocus={() => setFocused(true)}
          onClick={() => (query === '' ? history.open() : undefined)}
          onBlur={() => {
            setFocused(false)
            history.close()
            if (!bad) rememberSearch(query)
          }}
          onKeyDown={onKeyDown}
          onScroll={follow}
          onSelect={(event) => {
            setCaret(event.currentTarget.selectionStart ?? 0)
            follow()
          }}
        />
      </div>
      {query === '' ? (
        shortcut && <Keys shortcut={shortcut} />
      ) : (
        <button type="button" className="search-clear" aria-label={words.clearSearch} onClick={clear}>
          <Icon name="close" size={14} />
        </button>
      )}
      {history.at !== undefined && (
        <SearchHistory
          searches={history.searches}
          at={history.at}
          onTake={history.takeAt}
          onForget={history.forgetAt}
        />
      )}
    </div>
  )
}

/** The row under the cursor, else the first. What is listed may still be what was found for fewer letters: that is waited for. */
async function openFound(query: string) {
  if (!(await whenAnswered(query)) || document.activeElement?.id !== searchFieldId) return
  const { cursor, rows } = selection.get()
  if (rows.length === 0) return
  selection.change({ cursor: cursor ?? rows[0] })
  runCommand('article.open')
}

const operator = /((?:^|(?<=[\s(-]))(?:tag|site|author|in|is|has|lang|before|after|saved|words|sort):|(?<=\s)OR(?=\s))/

function coloured(query: string) {
  return query.split(operator).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="search-operator">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
