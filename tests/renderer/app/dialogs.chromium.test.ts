// Dialogs over the window: what a key does that is pressed as soon as one of them comes or goes.
import { afterEach, beforeAll, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { closeLayer, layers, openLayer } from '../../../renderer/app/layers.ts'
import { mountWindow, press } from './mountWindow.ts'
import { until } from '../../until.ts'

beforeAll(async () => void (await mountWindow()))
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
