// The tags and sites that a search may name, asked for when the field is first used and again when the library has changed.
import { useEffect, useState } from 'react'
import { searchClient } from '../app/searchClient.ts'
import { onLibraryChanged } from '../library/changes.ts'
import type { Names } from './completion.ts'

const most = 500
const none: Names = { tags: [], sites: [] }

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
      setNames({ tags: facets.value.tags.map(({ name }) => name), sites: facets.value.sites.map(({ name }) => name) })
    })()
    return () => abort.abort()
  }, [isWanted, isStale])
  return names
}
