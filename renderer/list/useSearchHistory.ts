// Earlier searches under the empty field: opened with the arrow down, walked with the arrows, taken with Enter, forgotten one by one with Delete.
import { useState, type KeyboardEvent } from 'react'
import { appSettings } from '../app/appSettings.ts'
import { forgetSearch, forgetSearches } from '../app/searchHistory.ts'
import { useStore } from '../ui/useStore.ts'

const shown = 8

export const historyId = 'search-history'
export function historyOptionId(at: number): string {
  return `search-before-${at}`
}

export function useSearchHistory(isWanted: boolean, take: (query: string) => void) {
  const searches = useStore(appSettings, (now) => now.searches).slice(0, shown)
  /** Undefined when it is closed. */
  const [at, setAt] = useState<number>()
  const isOpen = isWanted && at !== undefined && searches.length > 0
  const close = () => setAt(undefined)
  const open = () => setAt(0)

  const takeAt = (index: number) => {
    close()
    const search = searches[index]
    if (search === undefined) forgetSearches()
    else take(search)
  }

  /** Whether the key was meant for it. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isWanted || searches.length === 0) return false
    if (!isOpen) {
      if (event.key !== 'ArrowDown') return false
      open()
      return true
    }
    const options = searches.length + 1
    switch (event.key) {
      case 'ArrowDown':
        setAt((at + 1) % options)
        return true
      case 'ArrowUp':
        setAt((at + options - 1) % options)
        return true
      case 'Enter':
        takeAt(at)
        return true
      case 'Escape':
        close()
        return true
      case 'Delete': {
        const search = searches[at]
        if (search !== undefined) forgetSearch(search)
        return true
      }
      default:
        return false
    }
  }

  return {
    searches,
    at: isOpen ? at : undefined,
    onKeyDown,
    open,
    close,
    takeAt,
    forgetAt: (index: number) => forgetSearch(searches[index] ?? ''),
  }
}
