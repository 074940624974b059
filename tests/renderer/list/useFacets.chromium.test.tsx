import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { ok } from '../../../preload/failure.ts'
import { useFacets, type HeldFacets } from '../../../renderer/list/useFacets.ts'
import { until } from '../../until.ts'

vi.mock('../../../renderer/app/searchClient.ts', () => ({
  searchClient: () => ({
    facets: () => Promise.resolve(ok({ tags: [{ name: 'ports', count: 1 }], sites: [] })),
  }),
}))

test('counts of a search before the last one do not stand beside the next one', async () => {
  let now: HeldFacets | undefined
  const Asking = ({ query, total }: { query: string; total: number | undefined }) => {
    now = useFacets(query, total)
    return null
  }
  const root = createRoot(document.createElement('div'))
  const ask = (query: string, total?: number) => flushSync(() => root.render(<Asking query={query} total={total} />))
  ask('harbour', 5)
  await until(() => expect(now?.total).toBe(5))
  ask('harbour w')
  expect(now?.total).toBe(5)
  ask('harbour w', 1)
  ask('stone')
  expect(now).toBeUndefined()
  root.unmount()
})
