import { afterEach, expect, test, vi } from 'vitest'
import type { Session } from 'electron'
import { createPrinting } from '../../main/printing.ts'
import { speak } from '../../preload/language.ts'

const offered = vi.hoisted((): (string | undefined)[] => [])
vi.mock('electron', () => ({
  app: {},
  BrowserWindow: class {},
  dialog: {
    showSaveDialog(options: { defaultPath?: string }) {
      offered.push(options.defaultPath)
      return Promise.resolve({ canceled: true })
    },
  },
}))

afterEach(() => speak('en'))

test('a PDF is called by the title of the article, and where that holds nothing to call it by, in the reader’s language', async () => {
  const { print } = createPrinting({} as Session) // no window is opened before there is a path
  for (const language of ['en', 'de']) {
    speak(language)
    for (const title of ['Why: the mill?', '???']) await print({ to: 'pdf', title, html: '' }, undefined)
  }
  expect(offered.splice(0)).toEqual(['Why  the mill.pdf', 'Article.pdf', 'Why  the mill.pdf', 'Artikel.pdf'])
})

test('the name offered for a PDF is one that every file system takes', async () => {
  const { print } = createPrinting({} as Session) // as above
  for (const title of ['海'.repeat(150), 'Aux', 'nul.txt', '..hidden. '])
    await print({ to: 'pdf', title, html: '' }, undefined)
  const [long, ...others] = offered.splice(0)
  expect(long).toBe(`${'海'.repeat(66)}.pdf`)
  expect(others).toEqual(['_Aux.pdf', '_nul.txt.pdf', 'hidden.pdf'])
})
