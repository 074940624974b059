import { afterEach, beforeEach, expect, test } from 'vitest'
import { questions, type QuestionName } from '../../../preload/contract.ts'
import { answer } from '../../../renderer/app/answer.ts'
import { openLibrary, type OpenLibrary } from '../../../renderer/library/openLibrary.ts'
import { createSearchClient, type SearchClient } from '../../../renderer/search/client.ts'
import type { FakeVault } from '../../fakes.ts'
import { withVault } from '../library/withVault.ts'
import { until } from '../../until.ts'

let vault: FakeVault
let library: OpenLibrary
let search: SearchClient
let stop: () => void
let asked = 0

beforeEach(async () => {
  vault = await withVault()
  const opened = await openLibrary()
  if (!opened.ok) throw new Error(opened.failure.code)
  library = opened.value
  search = createSearchClient()
  stop = answer(search, library.filled)
})

afterEach(() => {
  stop()
  search.close()
  library.close()
})

test('says that it listens', () => {
  expect(vault.calls.map(({ name }) => name)).toContain('question.listening')
})

test('finds an article by word as soon as catching up is answered', async () => {
  const { id } = vault.save({ title: 'Lanterns', html: '<p>A lamp was lit.</p>' })
  expect(await ask('library.catchUp', [])).toEqual({ value: null })
  expect(await ask('library.search', [{ query: 'lamp', limit: 10, offset: 0 }])).toMatchObject({
    value: [{ id, title: 'Lanterns', snippet: 'A \uE000lamp\uE001 was lit.' }],
  })
})

test('tells the queue which article an address belongs to, also of one that nobody has read in yet', async () => {
  const { id, version } = vault.save({ url: 'https://a.example/one', words: 7, savedAt: '2026-02-01T00:00:00.000Z' })
  expect(await ask('library.find', [['https://b.example/', 'https://a.example/one']])).toEqual({
    value: {
      id,
      canonicalUrl: 'https://a.example/one',
      version,
      words: 7,
      verdict: 'complete',
      savedAt: '2026-02-01T00:00:00.000Z',
      trashed: false,
    },
  })
  expect(await ask('library.find', [['https://c.example/']])).toEqual({ value: null })
})

test('lists the newest first, with the shared keys and no others', async () => {
  vault.save({ title: 'One' })
  vault.save({ title: 'Two', byline: 'Ada' })
  await ask('library.catchUp', [])
  const all = await ask('library.list', [{ query: '', limit: 10, offset: 0 }])
  expect(all).toMatchObject({ value: [{ title: 'Two', byline: 'Ada' }, { title: 'One' }] })
  const [first, second] = (all as { value: object[] }).value
  expect(Object.keys(first!)).toEqual([
    'id',
    'url',
    'canonicalUrl',
    'title',
    'byline',
    'savedAt',
    'words',
    'place',
    'favourite',
    'progress',
    'tags',
    'verdict',
  ])
  expect(second).not.toHaveProperty('byline')
  expect(await ask('library.list', [{ query: 'one', limit: 10, offset: 0 }])).toMatchObject({
    value: [{ title: 'One' }],
  })
  expect(await ask('library.list', [{ query: '', limit: 1, offset: 1 }])).toMatchObject({ value: [{ title: 'One' }] })
})

test('shows an article as its record, its text or its HTML, and nothing for an unknown id', async () => {
  const { id } = vault.save({ title: 'One', html: '<p>A lamp.</p>' })
  await ask('library.catchUp', [])
  expect(await ask('library.show', [id, 'text'])).toMatchObject({ value: { id, title: 'One', text: 'A lamp.' } })
  expect(await ask('library.show', [id, 'html'])).toMatchObject({ value: { html: '<p>A lamp.</p>' } })
  expect(await ask('library.show', ['01KA0000000000000000009999', 'text'])).toEqual({ value: null })
})

test('points at an operator that cannot be meant', async () => {
  expect(await ask('library.search', [{ query: 'lamp foo:bar', limit: 10, offset: 0 }])).toMatchObject({
    failure: { code: 'bad-query', position: 5 },
  })
})

test('rebuilds, tells how far it is, and names what is damaged', async () => {
  const saved = Array.from({ length: 80 }, (_, count) => vault.save({ html: `<p>A lamp, n${count}.</p>` }))
  await ask('library.catchUp', [])
  vault.damage(saved[3]!.version)
  const rebuilt = await ask('library.rebuild', [])
  expect(rebuilt).toMatchObject({ value: { articles: 80, damaged: [expect.stringContaining(saved[3]!.version)] } })
  expect(
    vault.calls.some(({ name, args }) => name === 'question.progress' && (args[1] as { total: number }).total === 80),
  ).toBe(true)
  expect(await ask('library.search', [{ query: 'lamp', limit: 100, offset: 0 }])).toMatchObject({
    value: { length: 79 },
  })
})

test('passes on that the vault cannot be read', async () => {
  vault.fail('vault.acts', { code: 'cannot-write', reason: 'gone' })
  expect(await ask('library.catchUp', [])).toEqual({ failure: { code: 'cannot-write', reason: 'gone' } })
})

test('reads what is new when it is told that the vault has grown', async () => {
  vault.save({ html: '<p>A lamp.</p>' })
  vault.emit('vault.grown', null)
  // The worker may only be starting.
  await until(async () => expect(await search.search('lamp')).toMatchObject({ value: { total: 1 } }))
})

/** What was answered, as main gets it: parsed by the contract. */
async function ask(name: QuestionName, args: unknown[]): Promise<unknown> {
  const n = (asked += 1)
  vault.emit('question.asked', { n, name, args: args as never }) // as main sends it: plain JSON
  const answered = await until(() => {
    const call = vault.calls.find((one) => one.name === 'question.answer' && one.args[0] === n)
    if (!call) throw new Error(`${name} is not answered yet`)
    return call.args[1] as { value?: unknown; failure?: unknown }
  })
  if ('value' in answered) questions[name].result.parse(answered.value)
  return answered
}
