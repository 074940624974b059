import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { afterEach, expect, test } from 'vitest'
import { speak } from '../../../preload/language.ts'
import type { Failure } from '../../../preload/failure.ts'
import { EmptySearch } from '../../../renderer/list/EmptySearch.tsx'

afterEach(() => speak('en'))

const said = (query: string, failure: Failure) => {
  const place = document.createElement('div')
  const root = createRoot(place)
  flushSync(() => root.render(<EmptySearch query={query} failure={failure} />))
  const { textContent } = place
  root.unmount()
  return textContent
}

test('a search that no longer works is not called a search that cannot be read', () => {
  const words = said('harbour', { code: 'search-stopped' })
  expect(words).toContain('The search stopped working. Nothing was lost; search once more, or open Offprint again.')
  expect(words).not.toContain('This search cannot be read.')
  expect(said('colour:red', { code: 'bad-query', message: '', position: 0 })).toContain('This search cannot be')
})

test('says in German that it no longer works', () => {
  speak('de')
  expect(said('harbour', { code: 'search-stopped' })).toContain('Die Suche arbeitet nicht mehr.')
})
