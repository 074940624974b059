import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { ok } from '../../../preload/failure.ts'
import { libraryChanged } from '../../../renderer/library/changes.ts'
import { useSearch, type Search } from '../../../renderer/list/useSearch.ts'
import type { SearchOptions } from '../../../renderer/search/messages.ts'
import { until } from '../../until.ts'

/** As many as are few among 100,000 articles, and more than a page of the list. */
const total = 45

vi.mock('../../../renderer/app/searchClient.ts', () => ({
  searchClient: () => ({
    search: (query: string, { limit, articles }: SearchOptions) =>
      (query === 'still looking' ? new Promise<void>(() => undefined) : Promise.resolve()).then(() =>
        ok({
          total,
          tookMs: 1,
          hits: hits('found', Math.min(limit, total)),
          articles: articles ? [{ id: 'found-0' }] : [],
          trashed: [],
          marks: [],
          also: { words: [{ typed: 'lantren', meant: ['lantern'] }], total: 10, hits: hits('also', 10), marks: [] },
        }),
      ),
  }),
}))

const hits = (name: string, many: number) =>
  Array.from({ length: many }, (_, n) => ({ id: `${name}-${n}`, snippet: '', score: 0 }))

/** The search as a pane asks it. */
function asking() {
  let found: Search | undefined
  const Asking = ({ query }: { query: string }) => {
    found = useSearch(query)
    return null
  }
  const root = createRoot(document.createElement('div'))
  const ask = (query: string) => flushSync(() => root.render(<Asking query={query} />))
  return { ask, now: () => found, end: () => root.unmount() }
}

test('all that is found as it is typed can be reached, also where another spelling has found more', async () => {
  const { ask, now, end } = asking()
  ask('lantren')
  await until(() => expect(now()?.found?.ids).toHaveLength(24 + 10))
  now()?.more()
  await until(() => expect(now()?.found?.ids).toHaveLength(total + 10))
  end()
})

test('what an ended search has found does not stand while the next one is answered', async () => {
  const { ask, now, end } = asking()
  ask('lantren')
  await until(() => expect(now()?.found?.query).toBe('lantren'))
  ask('still looking')
  expect(now()?.found?.query).toBe('lantren')
  ask('')
  ask('still looking')
  expect(now()?.found).toBeUndefined()
  end()
})

test('the articles of what is found come with the first answer, but not when they may be other ones by then', async () => {
  const { ask, now, end } = asking()
  ask('lantren')
  await until(() => expect(now()?.found?.articles).toEqual([{ id: 'found-0' }]))
  ask('lamp')
  libraryChanged(['found-0'])
  await until(() => expect(now()?.found?.query).toBe('lamp'))
  expect(now()?.found?.articles).toEqual([])
  end()
})
