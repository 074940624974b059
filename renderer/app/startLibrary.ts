// Opens the library and starts search over it. Says what a reader must know: that it is being filled, was made anew, or cannot be read.
import { failureWords } from '../../preload/failure.ts'
import { openLibrary, type Filled } from '../library/openLibrary.ts'
import type { Result } from '../../preload/failure.ts'
import { createStore } from '../ui/createStore.ts'
import { rebuild } from '../library/rebuild.ts'
import { endNotice, showNotice } from './notices.ts'
import { searchClient } from './searchClient.ts'
import { startMarks } from './startMarks.ts'
import { say } from './toasts.ts'
import { words } from './words.ts'

/** `isOpen`: it may be read. `isFilled`: it knows all that the vault holds. */
export const libraryState = createStore({ isOpen: false, isFilled: false })

/** So few are read in before anyone could read a notice of it. */
const quickCount = 60

/** `painted`: resolves when the first list stands. Until then nothing but its own questions is asked of the disk. */
export async function startLibrary(painted: Promise<unknown>) {
  void painted.then(() => performance.mark(startMarks.painted))
  const opened = await openLibrary({
    after: painted,
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
  void opened.value.filled.then(sayFilled)
  await painted
  return { search: searchClient(), filled: opened.value.filled }
}

/** Asked for by the reader: what was listed stays readable meanwhile. */
export async function rebuildLibrary() {
  showNotice({ kind: 'rebuilding', words: words.rebuilding, progress: 0 })
  const rebuilt = await rebuild(({ done, total }) => {
    if (total > 0) showNotice({ kind: 'rebuilding', words: words.filling(done, total), progress: done / total })
  })
  endNotice('rebuilding')
  if (!rebuilt.ok) return showNotice({ kind: 'attention', words: failureWords(rebuilt.failure) })
  say(words.rebuilt(rebuilt.value.articles, rebuilt.value.adopted.length))
}

function sayFilled(result: Result<Filled>) {
  endNotice('rebuilding')
  performance.mark(startMarks.caughtUp)
  libraryState.change({ isFilled: true })
  if (!result.ok) return showNotice({ kind: 'attention', words: failureWords(result.failure) })
  const { remade, damaged } = result.value
  if (remade !== undefined) {
    const done = { words: words.understood, run: () => endNotice('rebuilt') }
    showNotice({ kind: 'rebuilt', words: words.remade(remade), action: done })
  }
  if (damaged.length > 0) {
    showNotice({ kind: 'attention', words: failureWords({ code: 'damaged', files: damaged.slice(0, 3) }) })
  }
}
