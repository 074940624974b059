// Every command, tag, saved search and recent article, by any letters of its name.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog as Radix } from 'radix-ui'
import { commands, readArticle, runCommand } from '../app/commands.ts'
import { closeLayer } from '../app/layers.ts'
import { focusList } from '../app/searchField.ts'
import { showView, showList, typeQuery } from '../app/selection.ts'
import { useQuery } from '../app/useQuery.ts'
import { newest } from '../library/articles.ts'
import { savedSearches } from '../library/savedSearches.ts'
import { tagCounts } from '../library/tags.ts'
import { siteOf } from '../list/siteOf.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Keys } from '../ui/Keys.tsx'
import { returnFocus } from '../ui/returnFocus.ts'
import { furtherEntries } from './furtherEntries.ts'
import { fuzzy } from './fuzzy.ts'
import { words } from './words.ts'
import './Palette.css'

type Entry = {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly icon: IconName
  readonly shortcut?: string | undefined
  /** Commands come before the rest when they answer as well. */
  readonly weight: number
  readonly run: () => unknown
}

const mostShown = 50
const recent = 200

export function Palette() {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const places = useQuery(readPlaces, [])
  const list = useRef<HTMLUListElement>(null)
  /** Run when the palette has given the focus back: before that it would act on what only the list's cursor points at. */
  const chosenEntry = useRef<Entry>(undefined)
  const further = useQuery(readFurther, [])
  const entries = ranked([...commandEntries(), ...(further ?? []), ...(places ?? [])], typed)
  const chosen = Math.min(at, entries.length - 1)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, typed])

  const run = (entry: Entry | undefined) => {
    if (!entry) return
    chosenEntry.current = entry
    closeLayer('palette')
  }
  const onClosed = (event: Event) => {
    returnFocus(event)
    void chosenEntry.current?.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(entries.length - 1, chosen + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(entries[chosen])
    }
  }

  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && closeLayer('palette')}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil palette-veil" />
        <Radix.Content className="palette" aria-describedby={undefined} onCloseAutoFocus={onClosed}>
          <Radix.Title className="unseen">{words.title}</Radix.Title>
          <div className="palette-field">
            <Icon name="search" />
            <input
              autoFocus
              value={typed}
              placeholder={words.field}
              role="combobox"
              aria-label={words.field}
              aria-expanded
              aria-controls="palette-list"
              aria-autocomplete="list"
              {...(chosen >= 0 ? { 'aria-activedescendant': `palette-${chosen}` } : {})}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <ul className="palette-list" id="palette-list" ref={list} role="listbox" aria-label={words.title}>
            {entries.map((entry, index) => (
              <li
                key={entry.key}
                id={`palette-${index}`}
                role="option"
                aria-selected={index === chosen}
                onPointerMove={() => index !== chosen && setAt(index)}
                onClick={() => run(entry)}
              >
                <Icon name={entry.icon} />
                <span className="palette-name">{entry.name}</span>
                {entry.kind !== '' && <span className="palette-kind">{entry.kind}</span>}
                {entry.shortcut && <Keys shortcut={entry.shortcut} />}
              </li>
            ))}
          </ul>
          {entries.length === 0 && <p className="palette-nothing">{words.nothing}</p>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function commandEntries(): Entry[] {
  const isStep = (id: string) => id.startsWith('list.')
  return (
    commands
      .filter((command) => command.id !== 'palette' && command.when())
      // Moving in the list is for keys: there to be found, and not in the way of the rest.
      .sort((a, b) => Number(isStep(a.id)) - Number(isStep(b.id)))
      .map((command) => ({
        key: command.id,
        name: command.words,
        kind: '',
        icon: 'chevronRight',
        shortcut: command.keys[0],
        weight: 2,
        run: () => runCommand(command.id),
      }))
  )
}

async function readFurther(): Promise<readonly Entry[]> {
  return (await furtherEntries()).map((entry) => ({ ...entry, kind: '', weight: 2 }))
}

async function readPlaces(): Promise<Entry[]> {
  const [tags, searches, articles] = await Promise.all([
    tagCounts(),
    savedSearches(),
    newest({ kind: 'all' }, { limit: recent }),
  ])
  return [
    ...tags.map(({ tag }): Entry => {
      return {
        key: `tag ${tag}`,
        name: tag,
        kind: words.tag,
        icon: 'tag',
        weight: 1,
        run: () => showView({ kind: 'tag', tag }),
      }
    }),
    ...searches.map((search): Entry => {
      const run = () => {
        typeQuery(search.query)
        showList()
        focusList()
      }
      return { key: search.id, name: search.name, kind: words.savedSearch, icon: 'search', weight: 1, run }
    }),
    ...articles.map((article): Entry => {
      return {
        key: article.id,
        name: article.title,
        kind: siteOf(article),
        icon: 'page',
        weight: 0,
        run: () => readArticle(article.id),
      }
    }),
  ]
}

function ranked(entries: readonly Entry[], typed: string): readonly Entry[] {
  if (typed.trim() === '') return entries.slice(0, mostShown)
  return entries
    .flatMap((entry) => {
      const score = fuzzy(entry.name, typed)
      return score === undefined ? [] : [{ entry, score: score + entry.weight }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ entry }) => entry)
}
