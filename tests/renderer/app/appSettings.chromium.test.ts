import { expect, test, vi } from 'vitest'
import { defaultSettings } from '../../../preload/contract.ts'
import { appSettings, changeSettings, startSettings } from '../../../renderer/app/appSettings.ts'
import { fakeVault } from '../../fakes.ts'
import { until } from '../../until.ts'

test('what main says while a setting is on its way there does not take it back', async () => {
  let write: () => void = () => undefined
  const written = new Promise<void>((resolve) => (write = resolve))
  const handlers = { 'settings.write': () => written.then(() => ({ ...defaultSettings, fontSizePx: 24 })) }
  const vault = fakeVault({ handlers })
  vi.stubGlobal('offprint', vault.bridge)
  await startSettings()
  changeSettings({ fontSizePx: 24 })
  await until(() => expect(vault.calls.at(-1)?.name).toBe('settings.write'))
  vault.emit('settings.changed', { ...defaultSettings, fontSizePx: 20, aloudRate: 2 })
  expect(appSettings.get()).toMatchObject({ fontSizePx: 24, aloudRate: 2 })
  write()
  await until(() => {
    vault.emit('settings.changed', { ...defaultSettings, fontSizePx: 20 })
    expect(appSettings.get().fontSizePx).toBe(20)
  })
})
