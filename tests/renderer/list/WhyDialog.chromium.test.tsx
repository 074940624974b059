import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { failed, ok, type Result } from '../../../preload/failure.ts'
import { speak } from '../../../preload/language.ts'
import { WhyDialog } from '../../../renderer/list/WhyDialog.tsx'
import type { Explanation } from '../../../renderer/search/client.ts'
import { until } from '../../until.ts'

const explain = vi.hoisted(() => vi.fn<() => Promise<Result<Explanation>>>())
vi.mock(import('../../../renderer/app/searchClient.ts'), async (original) => ({
  ...(await original()),
  searchClient: () =>
    ({ explain }) as unknown as ReturnType<typeof import('../../../renderer/app/searchClient.ts').searchClient>,
}))

let root: Root
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
  speak('en')
})

function show() {
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  flushSync(() => root.render(<WhyDialog id="one" query="ferry" />))
}
const said = () => document.querySelector('.dialog')?.textContent

test('scores are written as the language writes numbers', async () => {
  const parts = [{ asked: 'ferry', words: [], articles: 1_200, score: 3.456 }]
  explain.mockResolvedValue(ok({ score: 1_234.5, lift: 1.25, nearness: 1, parts } as unknown as Explanation))
  speak('de')
  show()
  await until(() => expect(said()).toContain('3,46'))
  expect(said()).toContain('× 1,25')
  expect(said()).toContain('1.234,50')
})

test('an article that was found for another spelling has no empty dialog', async () => {
  explain.mockResolvedValue(ok(undefined as never))
  show()
  await until(() => expect(said()).toContain('As they are typed, these words do not find it.'))
})

test('what cannot be told says why', async () => {
  explain.mockResolvedValue(failed({ code: 'bug', message: 'no worker' }))
  show()
  await until(() => expect(said()).toContain('no worker'))
})
