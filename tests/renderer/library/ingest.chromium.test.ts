import { beforeEach, expect, test } from 'vitest'
import { article, articleIds, articlesByIds, body, viewCounts } from '../../../renderer/library/articles.ts'
import { onLibraryChanged } from '../../../renderer/library/changes.ts'
import { database } from '../../../renderer/library/database.ts'
import { highlightsOf } from '../../../renderer/library/highlights.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { fill, rebuild } from '../../../renderer/library/rebuild.ts'
import { savedSearches } from '../../../renderer/library/savedSearches.ts'
import { tagCounts } from '../../../renderer/library/tags.ts'
import { fakeVault, type FakeVault } from '../../fakes.ts'
import { newSeed, randomFrom } from '../../random.ts'
import { randomBody, someIds } from './randomBody.ts'
import { emptyLibrary, everything, useVault, withVault } from './withVault.ts'

let vault: FakeVault

beforeEach(async () => {
  vault = await withVault()
})

test('counts highlights by the passage, those in the Trash not, before and after a rebuild', async () => {
  const [a, b] = [vault.save({}), vault.save({})]
  const mark = (article: string, highlight: string) =>
    ({
      act: 'highlighted',
      article,
      highlight,
      quote: 'Nothing',
      prefix: '',
      suffix: ' much.',
      paragraph: 0,
      offset: 0,
      colour: 'green',
    }) as const
  vault.write([mark(a.id, ids[0]), mark(a.id, ids[1]), mark(b.id, ids[2])])
  await catchUp()
  expect((await viewCounts()).highlights).toBe(3)
  vault.write([{ act: 'trashed', article: b.id }])
  await catchUp()
  expect((await viewCounts()).highlights).toBe(2)
  await rebuild()
  expect((await viewCounts()).highlights).toBe(2)
})

const ids = ['01KA000000000000000000H001', '01KA000000000000000000H002', '01KA000000000000000000H003'] as const

test('lists what the vault holds, newest first', async () => {
  const older = vault.save({ title: 'Lanterns', savedAt: '2026-01-01T08:00:00.000Z' })
  const newer = vault.save({ title: 'Tides', savedAt: '2026-01-02T08:00:00.000Z' })
  await catchUp()
  expect(await articleIds({ kind: 'inbox' })).toEqual([newer.id, older.id])
  expect((await articlesByIds([older.id]))[0]?.title).toBe('Lanterns')
})

test('keeps the text of an article by paragraphs', async () => {
  const { id } = vault.save({ html: '<p>The first  line.</p><p>The second.</p>' })
  await catchUp()
  expect(await body(id)).toEqual({
    html: '<p>The first  line.</p><p>The second.</p>',
    text: 'The first line.\nThe second.',
    offsets: [0, 16],
  })
})

test('shows each article in the views it belongs to, and counts them', async () => {
  const [a, b, c] = [vault.save({}), vault.save({}), vault.save({})]
  vault.write([
    { act: 'moved', article: a.id, place: 'archive' },
    { act: 'favourited', article: a.id, favourite: true },
    { act: 'tagged', article: b.id, tag: 'cities/ports' },
    { act: 'tagged', article: a.id, tag: 'cities' },
    { act: 'trashed', article: c.id },
    { act: 'tagged', article: c.id, tag: 'cities' },
  ])
  await catchUp()
  expect(await articleIds({ kind: 'inbox' })).toEqual([b.id])
  expect(await articleIds({ kind: 'archive' })).toEqual([a.id])
  expect(await articleIds({ kind: 'favourites' })).toEqual([a.id])
  expect(await articleIds({ kind: 'all' })).toEqual([b.id, a.id])
  expect(await articleIds({ kind: 'trash' })).toEqual([c.id])
  expect(await articleIds({ kind: 'tag', tag: 'cities' })).toEqual([b.id, a.id])
  expect(await viewCounts()).toEqual({ inbox: 1, later: 0, favourites: 1, archive: 1, all: 2, highlights: 0, trash: 1 })
  expect(await tagCounts()).toEqual([
    { tag: 'cities', count: 2 },
    { tag: 'cities/ports', count: 1 },
  ])
})

test('sorts a view by title, by date and by length', async () => {
  const a = vault.save({ title: 'Être', words: 10, publishedAt: '2024-01-01' })
  const b = vault.save({ title: 'dunes', words: 30 })
  const c = vault.save({ title: 'Foghorn', words: 20, publishedAt: '2025-01-01T10:00:00+02:00' })
  await catchUp()
  const inbox = { kind: 'inbox' } as const
  expect(await articleIds(inbox, 'title')).toEqual([b.id, a.id, c.id])
  expect(await articleIds(inbox, 'published')).toEqual([c.id, a.id, b.id])
  expect(await articleIds(inbox, 'longest')).toEqual([b.id, c.id, a.id])
})

test('of articles that are alike in what they are sorted by, those saved last come first, as a search has them', async () => {
  const alike = { title: 'Tide', words: 10, publishedAt: '2024-01-01' }
  const saved = (minute: number) => vault.save({ ...alike, savedAt: `2026-03-01T10:0${minute}:00.000Z` }).id
  const [last, first, middle] = [saved(3), saved(1), saved(2)]
  await catchUp()
  for (const sort of ['longest', 'shortest', 'title', 'published'] as const)
    expect(await articleIds({ kind: 'inbox' }, sort), sort).toEqual([last, middle, first])
})

test('reads only what is new the next time', async () => {
  vault.save({})
  await catchUp()
  const before = await everything()
  const { id } = vault.save({})
  const again = await catchUp()
  expect(again).toEqual({ ok: true, value: { changed: [id], damaged: [] } })
  expect((await everything()).articles).toHaveLength((before.articles as unknown[]).length + 1)
  expect(await catchUp()).toEqual({ ok: true, value: { changed: [], damaged: [] } })
})

test('folds two ids with one address into the older one, and finds it by either', async () => {
  const younger = vault.save({ id: someIds[1]!, url: 'https://a.example/one', title: 'One' })
  await catchUp()
  const older = vault.save({ id: someIds[0]!, url: 'https://a.example/one', title: 'One, later' }, 'otherdevic')
  vault.write([{ act: 'tagged', article: younger.id, tag: 'ports' }])
  await catchUp()
  expect(await articleIds({ kind: 'all' })).toEqual([older.id])
  expect(await article(younger.id)).toMatchObject({
    id: older.id,
    title: 'One, later',
    tags: ['ports'],
    versions: [younger.version, older.version].sort(),
  })
})

test('says which id holds the version shown when it is another', async () => {
  const older = vault.save({ id: someIds[0]!, url: 'https://a.example/one' })
  const younger = vault.save({
    id: someIds[1]!,
    url: 'https://a.example/one',
    title: 'Newer',
    html: '<p>Newer text.</p>',
  })
  await catchUp()
  expect(await article(older.id)).toMatchObject({ title: 'Newer', version: younger.version, heldBy: younger.id })
  expect((await body(older.id))?.text).toBe('Newer text.')
})

test('takes an article apart again when one of its ids moves to another address', async () => {
  const first = vault.save({ id: someIds[0]!, url: 'https://a.example/one' })
  const second = vault.save({ id: someIds[1]!, url: 'https://a.example/one' })
  await catchUp()
  vault.save({ id: second.id, url: 'https://a.example/two' })
  await catchUp()
  expect((await articleIds({ kind: 'all' })).sort()).toEqual([first.id, second.id])
})

test('keeps corrections over what the page says, also when it is captured again', async () => {
  const { id } = vault.save({ url: 'https://a.example/one', title: 'Wrong' })
  vault.write([{ act: 'corrected', article: id, field: 'title', value: 'Right' }])
  vault.save({ id, url: 'https://a.example/one', title: 'Wrong again' })
  await catchUp()
  expect((await article(id))?.title).toBe('Right')
  vault.write([{ act: 'corrected', article: id, field: 'title' }])
  await catchUp()
  expect((await article(id))?.title).toBe('Wrong again')
})

test('shows highlights with their note and colour, and none that was removed', async () => {
  const { id } = vault.save({})
  const [first, second] = ['01KA00000000000000000000H1', '01KA00000000000000000000H2'] as const
  const mark = { act: 'highlighted', article: id, prefix: '', suffix: '', offset: 0, colour: 'yellow' } as const
  vault.write([
    { ...mark, highlight: first, quote: 'much', paragraph: 2 },
    { ...mark, highlight: second, quote: 'Nothing', paragraph: 0 },
    { act: 'highlight-noted', article: id, highlight: first, note: 'why?' },
    { act: 'highlight-coloured', article: id, highlight: first, colour: 'rose' },
  ])
  await catchUp()
  expect((await highlightsOf(id)).map(({ quote, colour, note }) => [quote, colour, note])).toEqual([
    ['Nothing', 'yellow', undefined],
    ['much', 'rose', 'why?'],
  ])
  vault.write([{ act: 'highlight-removed', article: id, highlight: second, removed: true }])
  await catchUp()
  expect(await articleIds({ kind: 'highlights' })).toEqual([id])
  expect((await highlightsOf(id)).map(({ quote }) => quote)).toEqual(['much'])
})

test('lists an article whose files cannot be read with what the acts say, and names the file', async () => {
  const { id, version } = vault.save({ url: 'https://a.example/lost', title: 'Lost' })
  vault.damage(version)
  const caught = await catchUp()
  expect(caught).toMatchObject({ ok: true, value: { damaged: [`articles/${id.slice(-2)}/${id}/${version}.json`] } })
  expect(await article(id)).toMatchObject({
    title: 'a.example/lost',
    verdict: 'error',
    reasons: ['The saved files could not be read.'],
    because: [{ code: 'files-unreadable' }],
  })
})

test('shows the text once the files of an article have come', async () => {
  const { id, version } = vault.save({ title: 'Late', html: '<p>Here at last.</p>' })
  vault.damage(version)
  await catchUp()
  vault.damage(version, false)
  expect(await catchUp()).toMatchObject({ ok: true, value: { changed: [id] } })
  expect((await article(id))?.title).toBe('Late')
  expect((await body(id))?.text).toBe('Here at last.')
})

test('forgets a purged article altogether', async () => {
  const { id } = vault.save({})
  await catchUp()
  vault.write([{ act: 'purged', article: id }])
  expect(await catchUp()).toMatchObject({ ok: true, value: { changed: [id] } })
  expect(await articleIds({ kind: 'all' })).toEqual([])
  expect([await article(id), await body(id), await database.records.count()]).toEqual([undefined, undefined, 0])
})

test('keeps saved searches by name', async () => {
  const search = '01KA00000000000000000000S1'
  vault.write([{ act: 'search-saved', search, name: 'Ports', query: 'tag:ports' }])
  await catchUp()
  expect(await savedSearches()).toEqual([{ id: search, name: 'Ports', query: 'tag:ports' }])
  vault.write([{ act: 'search-removed', search }])
  await catchUp()
  expect(await savedSearches()).toEqual([])
})

test('tells which articles changed, once for each time', async () => {
  const told: string[][] = []
  const stop = onLibraryChanged((ids) => told.push([...ids]))
  const { id } = vault.save({})
  await catchUp()
  stop()
  vault.save({})
  await catchUp()
  expect(told).toEqual([[id]])
})

test('goes on where it was when it was cut off between two batches, and comes to the same', async () => {
  vault = await withVault({ actsAtOnce: 40 })
  for (let count = 0; count < 90; count++) vault.save({ title: `Page ${count}` })
  for (const [index, act] of [...vault.acts].entries())
    if ('article' in act && index % 3 === 0) vault.write([{ act: 'tagged', article: act.article, tag: 'ports' }])
  // Cut off at each of the requests it makes, one after the other, as a crash there would.
  let asked = 0
  let limit = 1
  const { request } = vault.bridge
  const cut: typeof request = (name, ...args) => {
    asked += 1
    return asked > limit ? Promise.reject(new Error('cut off')) : request(name, ...args)
  }
  useVault({ ...vault, bridge: { ...vault.bridge, request: cut } })
  for (let done = false; !done; limit += 1) {
    asked = 0
    done = await catchUp().then(
      () => true,
      () => false,
    )
  }
  const interrupted = await everything()
  expect(limit).toBeGreaterThan(3)

  useVault(vault)
  await emptyLibrary()
  await catchUp()
  expect(interrupted).toEqual(await everything())
})

test('ends a rebuild that was cut off', async () => {
  for (let count = 0; count < 60; count++) vault.save({ title: `Page ${count}` })
  await catchUp()
  const before = await everything()
  vault.fail('vault.versions', { code: 'bug', message: 'cut off' })
  await rebuild()
  vault.fail('vault.versions', undefined)
  expect(await articleIds({ kind: 'all' })).toHaveLength(60)
  await fill()
  expect(await everything()).toEqual(before)
})

test('a rebuild for which the vault is away leaves the library as it was', async () => {
  vault.save({})
  vault.write([{ act: 'search-saved', search: '01KA00000000000000000000S1', name: 'Ports', query: 'tag:ports' }])
  await catchUp()
  const before = await everything()
  vault.fail('vault.acts', { code: 'cannot-write', reason: 'the folder is gone' })
  expect(await rebuild()).toMatchObject({ failure: { code: 'cannot-write' } })
  expect(await everything()).toEqual(before)
})

test('an article that another one has left does not keep what was corrected in that one', async () => {
  const a = vault.save({ canonicalUrl: 'https://a.example/one', publishedAt: '2026-01-01' })
  const b = vault.save({ canonicalUrl: 'https://a.example/one', current: false })
  vault.write([{ act: 'corrected', article: b.id, field: 'publishedAt', value: '2020-02-02' }])
  await catchUp()
  expect((await article(a.id))?.publishedAt).toBe('2020-02-02')
  vault.save({ id: b.id, canonicalUrl: 'https://a.example/two', current: false })
  await catchUp()
  expect((await article(a.id))?.publishedAt).toBe('2026-01-01')
})

test('comes by random acts to what a rebuild comes to', { timeout: 60_000 }, async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  for (let round = 0; round < 6; round++) {
    vault = await withVault({ actsAtOnce: 30 })
    const other = fakeVault()
    for (let step = 0; step < 25; step++) {
      for (let count = random.below(8); count >= 0; count--) {
        const body = randomBody(random)
        const device = random.pick(['fakedevice', 'otherdevic'])
        if (body.act === 'saved') {
          const { article, url, canonicalUrl, savedAt, current } = body
          vault.save({ id: article, url, canonicalUrl, savedAt, current, title: `Page ${step}` }, device)
        } else vault.write([body], device)
      }
      if (random.below(3) > 0) await catchUp()
    }
    await catchUp()
    const grown = await everything()
    await rebuild()
    expect(await everything(), `seed ${seed}, round ${round}, rebuilt`).toEqual(grown)

    // And to what another machine comes to that reads the same acts in another order.
    other.merge(random.shuffle(vault.acts))
    useVault({
      ...vault,
      bridge: {
        ...vault.bridge,
        request: (name, ...args) => (name === 'vault.acts' ? other : vault).bridge.request(name, ...args),
      },
    })
    await rebuild()
    expect({ ...(await everything()), meta: [] }, `seed ${seed}, round ${round}, shuffled`).toEqual({
      ...grown,
      meta: [],
    })
  }
})
