// The tags, sites, authors and languages that a search may name, asked for when the field is first used and again when the library has changed.
import { useEffect, useState } from 'react'
import { searchClient } from '../app/searchClient.ts'
import { onLibraryChanged } from '../library/changes.ts'
import type { Names } from './completion.ts'

const most = 500
const none: Names = { tags: [], sites: [], authors: [], langs: [] }

/** `isWanted`: the field is in use. */
export function useNames(isWanted: boolean): Names {
  const [names, setNames] = useState(none)
  const [isStale, setStale] = useState(true)
  useEffect(() => onLibraryChanged(() => setStale(true)), [])
  useEffect(() => {
    if (!isWanted || !isStale) return
    const abort = new AbortController()
    void (async () => {
      const facets = await searchClient().facets('', { limit: most, signal: abort.signal })
      if (!facets.ok) return
      setStale(false)
      const namesOf = (kind: keyof Names) => facets.value[kind].map(({ name }) => name)
      setNames({ tags: namesOf('tags'), sites: namesOf('sites'), authors: namesOf('authors'), langs: namesOf('langs') })
    })()
    return () => abort.abort()
  }, [isWanted, isStale])
  return names
}
