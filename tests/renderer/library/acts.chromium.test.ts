import { beforeEach, expect, test, vi } from 'vitest'
import type { ActBody } from '../../../preload/act.ts'
import {
  move,
  perform,
  purge,
  restore,
  setFavourite,
  setProgress,
  setTag,
  trash,
  type Undo,
} from '../../../renderer/library/acts.ts'
import { article, articleIds } from '../../../renderer/library/articles.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import type { Result } from '../../../preload/failure.ts'
import type { FakeVault } from '../../fakes.ts'
import { everything, withVault } from './withVault.ts'

let vault: FakeVault
let id: string

beforeEach(async () => {
  vault = await withVault()
  id = vault.save({ title: 'Lanterns' }).id
  await catchUp()
})

test('shows what was done at once, and it is in the vault', async () => {
  await setTag([id], 'harbours', true)
  expect((await article(id))?.tags).toEqual(['harbours'])
  expect(vault.acts.at(-1)).toMatchObject({ act: 'tagged', article: id, tag: 'harbours' })
})

test('changes nothing when the tails bring the same acts once more', async () => {
  await setTag([id], 'harbours', true)
  const before = await everything()
  expect(await catchUp()).toEqual({ ok: true, value: { changed: [], damaged: [] } })
  expect({ ...(await everything()), meta: [] }).toEqual({ ...before, meta: [] })
})

test('shows nothing that the vault has not written', async () => {
  vault.fail('vault.write', { code: 'disk-full' })
  expect(await trash([id])).toEqual({ ok: false, failure: { code: 'disk-full' } })
  expect(await articleIds({ kind: 'inbox' })).toEqual([id])
})

test('says in words what was done', async () => {
  const other = vault.save({}).id
  await catchUp()
  const words = [
    trash([id]),
    restore([id]),
    move([id, other], 'archive'),
    setTag([id], 'harbours', true),
    setTag([id, other], 'harbours', false),
    setFavourite([id], true),
    setProgress(id, 0, 0),
  ].map(async (result) => done(await result).words)
  expect(await Promise.all(words)).toEqual([
    'Moved to Trash',
    'Restored',
    'Moved 2 articles to Archive',
    'Tagged harbours',
    'Removed the tag harbours from 2 articles',
    'Added to Favourites',
    'Marked as unread',
  ])
})

const mark = '01KA00000000000000000000H1'
const search = '01KA00000000000000000000S1'
const each: readonly (readonly ActBody[])[] = [
  [{ act: 'tagged', article: '', tag: 'ports' }],
  [{ act: 'untagged', article: '', tag: 'kept' }],
  [{ act: 'moved', article: '', place: 'archive' }],
  [{ act: 'favourited', article: '', favourite: true }],
  [{ act: 'progressed', article: '', progress: 0.9, paragraph: 12 }],
  [{ act: 'noted', article: '', note: 'another note' }],
  [{ act: 'highlight-coloured', article: '', highlight: mark, colour: 'rose' }],
  [{ act: 'highlight-noted', article: '', highlight: mark, note: 'what?' }],
  [{ act: 'highlight-removed', article: '', highlight: mark, removed: true }],
  [
    {
      act: 'highlighted',
      article: '',
      highlight: '01KA00000000000000000000H2',
      quote: 'much',
      prefix: '',
      suffix: '',
      paragraph: 0,
      offset: 8,
      colour: 'blue',
    },
  ],
  [{ act: 'corrected', article: '', field: 'title', value: 'Lamps' }],
  [{ act: 'trashed', article: '' }],
  [{ act: 'search-saved', search, name: 'Ports', query: 'tag:ports' }],
  [{ act: 'search-removed', search }],
  [
    { act: 'tagged', article: '', tag: 'ports' },
    { act: 'tagged', article: '', tag: 'kept' },
    { act: 'moved', article: '', place: 'later' },
  ],
]
const begun: readonly ActBody[] = [
  { act: 'tagged', article: '', tag: 'kept' },
  { act: 'progressed', article: '', progress: 0.25, paragraph: 3 },
  { act: 'noted', article: '', note: 'a note' },
  {
    act: 'highlighted',
    article: '',
    highlight: mark,
    quote: 'Nothing',
    prefix: '',
    suffix: '',
    paragraph: 0,
    offset: 0,
    colour: 'yellow',
  },
  { act: 'corrected', article: '', field: 'title', value: 'Lights' },
  { act: 'search-saved', search, name: 'Kept', query: 'tag:kept' },
]

test.each(each.map((bodies) => [bodies.map((body) => body.act).join(', '), bodies] as const))(
  'takes back: %s',
  async (_name, bodies) => {
    await perform(begun.map(named))
    const before = await shown()
    const after = done(await perform(bodies.map(named)))
    expect(await shown()).not.toEqual(before)
    const undone = done(await after.undo!())
    expect(await shown()).toEqual(before)
    await undone.undo!()
    expect(await shown()).not.toEqual(before)
  },
)

test('offers no way back where there is none', async () => {
  await setTag([id], 'kept', true)
  expect(done(await setTag([id], 'kept', true)).undo).toBeUndefined()
  expect(done(await purge([id])).undo).toBeUndefined()
})

test('what was done to an article before it was deleted for good is not taken back, and nothing else is left out', async () => {
  const other = vault.save({ title: 'Ferries' }).id
  await catchUp()
  const alone = done(await trash([id]))
  const both = done(await setTag([id, other], 'harbours', true))
  await purge([id])
  const before = vault.acts.length
  expect(await alone.undo?.()).toMatchObject({ ok: false, failure: { code: 'deleted-for-good' } })
  expect(vault.acts).toHaveLength(before)
  await both.undo?.()
  expect(vault.acts.slice(before)).toMatchObject([{ act: 'untagged', article: other }])
})

test('purges every id that was folded into the article', async () => {
  const { canonicalUrl } = (await article(id))!
  const other = vault.save({ url: canonicalUrl, canonicalUrl }).id
  await catchUp()
  await purge([id])
  expect(vault.acts.at(-1)).toMatchObject({ act: 'purged', article: id, also: [other] })
  expect(await articleIds({ kind: 'all' })).toEqual([])
})

test('takes a thousand articles in one act and one undo', async () => {
  for (let count = 0; count < 999; count++) vault.save({})
  await catchUp()
  const ids = await articleIds({ kind: 'inbox' })
  const began = performance.now()
  const moved = done(await move(ids, 'archive'))
  console.log(`1,000 articles moved in ${Math.round(performance.now() - began)} ms`)
  expect(moved.words).toBe('Moved 1,000 articles to Archive')
  expect(await articleIds({ kind: 'archive' })).toHaveLength(1_000)
  await moved.undo!()
  expect(await articleIds({ kind: 'inbox' })).toEqual(ids)
})

test('reads every row and every state once, however many articles an act is about', async () => {
  for (let count = 0; count < 249; count++) vault.save({})
  await catchUp()
  const ids = await articleIds({ kind: 'inbox' })
  const gets = vi.spyOn(IDBObjectStore.prototype, 'get')
  await move(ids, 'archive')
  const stores = gets.mock.contexts.map((store) => (store as IDBObjectStore).name)
  gets.mockRestore()
  for (const name of ['articles', 'states']) expect(stores.filter((store) => store === name)).toHaveLength(ids.length)
})

test('an article that two acts of one call are about has what both say', async () => {
  await perform([
    { act: 'tagged', article: id, tag: 'ports' },
    { act: 'moved', article: id, place: 'later' },
    { act: 'moved', article: id, place: 'archive' },
  ])
  expect(await article(id)).toMatchObject({ tags: ['ports'], place: 'archive' })
})

function named(body: ActBody): ActBody {
  return 'article' in body ? { ...body, article: id } : body
}

/** What a person sees, without the clocks. */
async function shown() {
  const { articles, highlights, shared, counts } = await everything()
  const searches = (shared as { key: string; value: unknown }[]).filter(({ value }) => value !== undefined)
  const order = (list: unknown) => [...(list as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { articles, counts, highlights: order(highlights), searches: searches.map(({ key, value }) => [key, value]) }
}

function done(result: Result<Undo>): Undo {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}
