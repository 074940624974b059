// The whole window over a fake vault with thirty articles, for tests of what a person sees and does.
import { page } from 'vitest/browser'
import { mount } from '../../../renderer/App.tsx'
import { answer } from '../../../renderer/app/answer.ts'
import { searchClient } from '../../../renderer/app/searchClient.ts'
import { libraryState } from '../../../renderer/app/startLibrary.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { fakeVault, type FakeVault } from '../../fakes.ts'
import { emptyLibrary, useVault } from '../library/withVault.ts'

export type MountedWindow = {
  readonly vault: FakeVault
  /** Newest first, as the Inbox lists them. */ readonly ids: readonly string[]
}

export async function mountWindow(options?: Parameters<typeof fakeVault>[0]): Promise<MountedWindow> {
  await page.viewport(1280, 832)
  const vault = fakeVault(options)
  useVault(vault)
  await emptyLibrary()
  const ids = Array.from({ length: 30 }, (_, n) => {
    const url = `https://a.example/${n}`
    const html = `<p>Article ${n}. ${'The ferry left at noon, as it always had. '.repeat(40)}</p>`.repeat(6)
    const savedAt = new Date(Date.UTC(2026, 5, 1) - n * 60_000).toISOString()
    const excerpt = 'The ferry left at noon, as it always had.'
    return vault.save({ url, canonicalUrl: url, title: `Article ${n}`, savedAt, html, excerpt, words: 900 }).id
  })
  vault.write([
    { act: 'tagged', article: ids[0]!, tag: 'cities/harbours' },
    { act: 'favourited', article: ids[1]!, favourite: true },
    { act: 'progressed', article: ids[2]!, progress: 1, paragraph: 5 },
  ])
  await catchUp()
  document.body.innerHTML = '<div id="root"></div>'
  document.documentElement.lang = 'en'
  document.title = 'Offprint'
  libraryState.change({ isOpen: true })
  // As main.tsx: search is told of what changes, or it would keep what it read beside the first test.
  answer(searchClient(), Promise.resolve())
  await mount()
  return { vault, ids }
}

/** Where the focus is, as a keyboard would. */
export function press(keys: string, options: KeyboardEventInit = {}) {
  for (const key of keys.split(' ')) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  }
}
