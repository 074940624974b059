// Dialogs over the window: what a key does that is pressed as soon as one of them comes or goes.
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { closeLayer, layers, openLayer } from '../../../renderer/app/layers.ts'
import { focusReader } from '../../../renderer/app/readerHandle.ts'
import { openArticle, selection } from '../../../renderer/app/selection.ts'
import type { FakeVault } from '../../fakes.ts'
import { mountWindow, press } from './mountWindow.ts'
import { until } from '../../until.ts'

let vault: FakeVault
let ids: readonly string[]
beforeAll(async () => {
  const mounted = await mountWindow()
  vault = mounted.vault
  ids = mounted.ids
})
afterEach(() => {
  closeLayer()
  closeLayer()
})

const drawn = () => document.querySelectorAll('.dialog').length
/** All that is drawn at once, and nothing of what waits for a later moment. */
const untilDrawn = async (count: number) => {
  for (let turn = 0; turn < 50 && drawn() !== count; turn += 1) await Promise.resolve()
  expect(drawn()).toBe(count)
}

test('Escape in the moment in which a dialog has come over another one, or has gone, is not lost', async () => {
  openLayer({ kind: 'settings' })
  await expect.element(page.getByRole('dialog', { name: 'Settings' })).toBeInTheDocument()
  await until(() => expect(document.activeElement?.closest('.dialog')).not.toBeNull())
  openLayer({ kind: 'about' })
  await untilDrawn(2)
  press('Escape')
  expect(layers.get().top?.kind).toBe('settings')
  await untilDrawn(1)
  press('Escape')
  expect(layers.get().top).toBeUndefined()
})

test('what is to be put right of an article whose page is not there says so, and does not hold the keys unseen', async () => {
  openLayer({ kind: 'fix', id: 'none' })
  await expect.element(page.getByRole('dialog')).toBeInTheDocument()
})

test('a command of the palette acts on what one was reading, however soon the next frame comes', async () => {
  const [read, below] = ids as [string, string]
  openArticle(read)
  await until(() =>
    expect(document.querySelector<HTMLIFrameElement>('.reader-frame')?.contentDocument?.body.textContent).toContain(
      'Article 0.',
    ),
  )
  focusReader({ isComing: false })
  selection.change({ cursor: below })
  press('k', { ctrlKey: true })
  const field = page.getByRole('combobox')
  await field.fill('Favourite')
  await expect.element(page.getByRole('option').first()).toHaveTextContent('Favourite')
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((drawn) => {
    queueMicrotask(() => drawn(performance.now()))
    return 0
  })
  press('Enter')
  await until(() => expect(vault.acts.at(-1)).toMatchObject({ act: 'favourited', article: read }))
  frames.mockRestore()
})

test('the versions of an article that is gone do not hold the keys unseen', async () => {
  openLayer({ kind: 'versions', id: 'none' })
  await until(() => expect(layers.get().top).toBeUndefined())
})
