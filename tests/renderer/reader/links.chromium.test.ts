// Links in the text: what a press on one does, whatever stands in them.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toasts } from '../../../renderer/app/toasts.ts'
import { listenForLinks, saveAddress } from '../../../renderer/reader/links.ts'
import { layers } from '../../../renderer/app/layers.ts'
import { fakeVault } from '../../fakes.ts'
import { until } from '../../until.ts'

let stop: () => void
beforeEach(() => {
  stop = listenForLinks(document)
  toasts.set({})
})
afterEach(() => {
  stop()
  document.body.replaceChildren()
  layers.set({})
})

const said = () => toasts.get().toast?.words

test('an address to write to is copied as it stands, also where it is not written as it should be', async () => {
  const vault = fakeVault()
  vi.stubGlobal('offprint', vault.bridge)
  document.body.innerHTML = '<a href="mailto:100%25@a.example">one</a><a href="mailto:100%@a.example">two</a>'
  for (const link of document.querySelectorAll('a')) {
    toasts.set({})
    link.click()
    await until(() => expect(said()).toBe('Address copied.'))
  }
  const copied = vault.calls.filter(({ name }) => name === 'clipboard.write').map(({ args }) => args[0])
  expect(copied).toEqual(['100%@a.example', '100%@a.example'])
})

test('what could not be copied is not said to be', async () => {
  const vault = fakeVault()
  vault.fail('clipboard.write', { code: 'bug', message: 'no clipboard' })
  vi.stubGlobal('offprint', vault.bridge)
  document.body.innerHTML = '<a href="mailto:one@a.example">one</a>'
  document.querySelector('a')!.click()
  await until(() => expect(said()).toContain('no clipboard'))
})

test('a link that cannot be saved is shown with the reason, and not said to be on its way', async () => {
  const refused = { url: 'http://a.example:22/', failure: { code: 'invalid-address' } } as const
  vi.stubGlobal('offprint', fakeVault({ handlers: { 'capture.add': () => ({ jobs: [], refused: [refused] }) } }).bridge)
  await saveAddress(refused.url)
  expect(layers.get().top?.kind).toBe('add')
  expect(said()).toBeUndefined()
})
