// Opens the library and starts search over it. Says what a reader must know: that it is being filled, was made anew, or cannot be read.
import { failureWords } from '../../preload/failure.ts'
import { openLibrary, type Filled } from '../library/openLibrary.ts'
import type { Result } from '../../preload/failure.ts'
import { createStore } from '../ui/createStore.ts'
import { plural } from '../ui/plural.ts'
import { endNotice, showNotice } from './notices.ts'
import { searchClient } from './searchClient.ts'
import { words } from './words.ts'

/** `isOpen`: it may be read. `isFilled`: it knows all that the vault holds. */
export const libraryState = createStore({ isOpen: false, isFilled: false })

/** So few are read in before anyone could read a notice of it. */
const quickCount = 60

export async function startLibrary() {
  const opened = await openLibrary({
    onBlocked: () => showNotice({ kind: 'library', words: words.otherWindow }),
    onClosed: () => showNotice({ kind: 'library', words: words.libraryClosed }),
    onProgress: ({ done, total }) => {
      if (total <= quickCount) return
      if (done < total) showNotice({ kind: 'rebuilding', words: words.filling(done, total), progress: done / total })
      else endNotice('rebuilding')
    },
  })
  if (!opened.ok) throw new Error(failureWords(opened.failure))
  endNotice('library')
  libraryState.change({ isOpen: true })
  const search = searchClient()
  void opened.value.filled.then(sayFilled)
  return { search, filled: opened.value.filled }
}

function sayFilled(result: Result<Filled>) {
  endNotice('rebuilding')
  libraryState.change({ isFilled: true })
  if (!result.ok) return showNotice({ kind: 'attention', words: failureWords(result.failure) })
  const { remade, damaged } = result.value
  if (remade !== undefined) {
    const done = { words: words.understood, run: () => endNotice('library') }
    showNotice({ kind: 'library', words: words.remade(plural(remade, 'item')), action: done })
  }
  if (damaged.length > 0) {
    showNotice({ kind: 'attention', words: failureWords({ code: 'damaged', files: damaged.slice(0, 3) }) })
  }
}
