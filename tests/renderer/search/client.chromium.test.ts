import { afterEach, beforeEach, expect, test } from 'vitest'
import { move, setTag, trash } from '../../../renderer/library/acts.ts'
import { articleIds } from '../../../renderer/library/articles.ts'
import { onLibraryChanged } from '../../../renderer/library/changes.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { rebuild } from '../../../renderer/library/rebuild.ts'
import { unindexedIds } from '../../../renderer/library/unindexed.ts'
import { createSearchClient, type SearchClient } from '../../../renderer/search/client.ts'
import { readCatalog } from '../../../renderer/search/segments/catalog.ts'
import type { FakeVault } from '../../fakes.ts'
import { withVault } from '../library/withVault.ts'

let vault: FakeVault
let client: SearchClient
const known: Promise<void>[] = []
let stop: () => void

beforeEach(async () => {
  vault = await withVault()
})

const { Worker: OwnWorker } = globalThis

afterEach(() => {
  stop()
  client.close()
  globalThis.Worker = OwnWorker
})

test('finds an article by words of its text, with the passage', async () => {
  const { id } = vault.save({ title: 'Lanterns', html: '<p>By the old harbour a lamp was lit.</p>' })
  await open()
  const answer = await ask('old lamp')
  expect(answer).toMatchObject({ total: 1, complete: true, marks: ['old', 'lamp*'] })
  expect(answer.hits).toMatchObject([{ id, snippet: 'By the \uE000old\uE001 harbour a \uE000lamp\uE001 was lit.' }])
})

test('finds an article as soon as it is kept, and by its tag as soon as it is tagged', async () => {
  await open()
  expect((await ask('lamp')).hits).toEqual([])
  const { id } = vault.save({ html: '<p>A lamp.</p>' })
  await catchUp()
  await Promise.all(known)
  expect((await ask('lamp')).hits).toMatchObject([{ id }])
  await setTag([id], 'ports', true)
  await Promise.all(known)
  expect((await ask('tag:ports')).hits).toMatchObject([{ id }])
})

test('says that the search has stopped, once it has', async () => {
  await open()
  client.close()
  expect(await client.search('lamp')).toEqual({ ok: false, failure: { code: 'search-stopped' } })
})

test('a worker that stops is followed by another, which answers what was asked of it and of the one before', async () => {
  const { id } = vault.save({ html: '<p>A lamp.</p>' })
  const started = noteWorkers()
  await open()
  await client.ready()
  const later = vault.save({ html: '<p>A second lamp.</p>' })
  const asked = ask('lamp')
  await catchUp()
  stopWorker(started[0]!)
  expect((await asked).hits.map((hit) => hit.id)).toContain(id)
  await Promise.all(known)
  expect((await ask('second')).hits).toMatchObject([{ id: later.id }])
  expect(started.length).toBe(2)
})

test('a question that has seen two workers stop is told that the search has stopped, and the next one is answered', async () => {
  const { id } = vault.save({ html: '<p>A lamp.</p>' })
  const started = noteWorkers()
  await open()
  const asked = client.search('lamp')
  stopWorker(started[0]!)
  stopWorker(started[1]!)
  expect(await asked).toEqual({ ok: false, failure: { code: 'search-stopped' } })
  expect((await ask('lamp')).hits).toMatchObject([{ id }])
})

test('once all articles are in the index, nothing is left for the next start to read again', async () => {
  for (let n = 0; n < 30; n += 1) vault.save({ html: `<p>Lamp number ${n}.</p>` })
  await open()
  await client.ready()
  expect(await unindexedIds()).toEqual([])
})

test('a library that is being filled while it is indexed is indexed once', async () => {
  await withoutIndex()
  const saved = Array.from({ length: 300 }, (_, n) => vault.save({ html: `<p>Lamp number ${n}.</p>` }).id)
  await catchUp()
  client = createSearchClient()
  stop = () => undefined
  // As the library tells of its rows, in crowds, while the index reads them already.
  await Promise.all([0, 1, 2].map((crowd) => client.changed(saved.slice(crowd * 100, (crowd + 1) * 100))))
  await client.ready()
  expect((await ask('lamp')).total).toBe(300)
  expect(await articlesInParts()).toBe(300)
  expect(await unindexedIds()).toEqual([])
})

test('a crowd of articles that comes later is found when it is said to be known', async () => {
  await withoutIndex()
  await open()
  for (let n = 0; n < 60; n += 1) vault.save({ html: `<p>Lamp number ${n}.</p>` })
  await catchUp()
  await Promise.all(known)
  expect((await ask('lamp')).total).toBe(60)
  expect(await articlesInParts()).toBe(60)
  expect(await unindexedIds()).toEqual([])
})

test('what is archived while it is on its way into the index is found in the archive', async () => {
  const saved = Array.from({ length: 100 }, (_, n) => vault.save({ html: `<p>Lamp number ${n}.</p>` }).id)
  await catchUp()
  client = createSearchClient()
  stop = onLibraryChanged((ids) => known.push(client.changed(ids)))
  known.push(client.changed(saved))
  await move(saved.slice(0, 5), 'archive')
  await Promise.all(known)
  await client.ready()
  expect((await ask('lamp is:archived ')).total).toBe(5)
})

/** The worker of the test before may still hold its files. */
async function withoutIndex() {
  const root = await navigator.storage.getDirectory()
  await expect
    .poll(() =>
      root.removeEntry('search', { recursive: true }).then(
        () => 'gone',
        (error: DOMException) => (error.name === 'NotFoundError' ? 'gone' : error.name),
      ),
    )
    .toBe('gone')
}

/** As the catalog on the disk counts them, those included that were written anew elsewhere. */
async function articlesInParts(): Promise<number> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('search')
  let newest: { readonly number: number; readonly articles: number } | undefined
  for await (const [name, handle] of folder.entries()) {
    const number = Number(/^catalog-(\d+)$/.exec(name)?.[1] ?? -1)
    if (number < (newest?.number ?? 0) || !(handle instanceof FileSystemFileHandle)) continue
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
    const stored = readCatalog({ read: (at, length) => bytes.slice(at, at + length), size: () => bytes.length })
    if (stored) newest = { number, articles: stored.head.parts.reduce((sum, part) => sum + part.articles, 0) }
  }
  return newest?.articles ?? 0
}

test('lists a view in the order of the library, also those saved in the same instant, and nothing from the Trash', async () => {
  const minute = (n: number) => new Date(Date.UTC(2026, 5, 1, 0, n)).toISOString()
  const ids = Array.from({ length: 30 }, (_, n) => vault.save({ savedAt: minute(n >> 2) }).id)
  await catchUp()
  await open()
  await trash(ids.slice(3, 5))
  await move(ids.slice(8, 20), 'archive')
  await Promise.all(known)
  for (const [query, view] of [
    ['', { kind: 'all' }],
    ['is:archived', { kind: 'archive' }],
    ['is:inbox', { kind: 'inbox' }],
  ] as const)
    expect(await client.listed(query)).toEqual({ ok: true, value: await articleIds(view) })
})

test('puts what it finds in the order of the library, also those saved in the same instant', async () => {
  const minute = (n: number) => new Date(Date.UTC(2026, 5, 1, 0, n)).toISOString()
  for (let n = 0; n < 12; n += 1) vault.save({ savedAt: minute(n >> 2), html: '<p>A lamp.</p>' })
  await open()
  for (const sort of ['newest', 'oldest'] as const)
    expect((await ask(`lamp sort:${sort} `)).hits.map(({ id }) => id)).toEqual(await articleIds({ kind: 'all' }, sort))
})

test('puts by the date of the article what the lists put there too: without a date last, however lately it was saved', async () => {
  const save = (day: number, publishedAt?: string) =>
    vault.save({
      savedAt: new Date(Date.UTC(2026, 5, day)).toISOString(),
      html: '<p>A lamp.</p>',
      ...(publishedAt !== undefined && { publishedAt }),
    })
  const old = save(1, '2019-05-01')
  const undated = save(2)
  const late = save(3, '2024-03-10T08:00:00Z')
  const undatedToo = save(4)
  await open()
  const found = (await ask('lamp sort:published ')).hits.map(({ id }) => id)
  expect(found).toEqual([late, old, undatedToo, undated].map(({ id }) => id))
  expect(found).toEqual(await articleIds({ kind: 'all' }, 'published'))
})

test('finds no article in the Trash', async () => {
  const { id } = vault.save({ html: '<p>A lamp.</p>' })
  await open()
  await trash([id])
  await Promise.all(known)
  expect((await ask('lamp')).hits).toEqual([])
  expect((await ask('lamp is:trashed ')).hits).toMatchObject([{ id }])
})

test('says which of what it finds lies in the Trash', async () => {
  const [gone, kept] = [vault.save({ html: '<p>A lamp.</p>' }), vault.save({ html: '<p>A lantern.</p>' })]
  await open()
  await trash([gone.id])
  await Promise.all(known)
  expect((await ask('lantern ')).trashed).toEqual([])
  const either = await ask('is:trashed OR lantern ')
  expect(either.hits.map(({ id }) => id).sort()).toEqual([gone.id, kept.id].sort())
  expect(either.trashed).toEqual([gone.id])
})

test('points at an operator that it does not know', async () => {
  await open()
  expect(await client.search('lamp foo:bar', { typing: false })).toMatchObject({
    ok: false,
    failure: { code: 'bad-query', position: 5 },
  })
})

test('answers at once that a question was taken back', async () => {
  await open()
  const control = new AbortController()
  const stale = client.search('lamp', { signal: control.signal })
  control.abort()
  expect(await stale).toEqual({ ok: false, failure: { code: 'cancelled' } })
  expect(await client.search('lamp', { signal: control.signal })).toEqual({ ok: false, failure: { code: 'cancelled' } })
  expect((await ask('lamp')).total).toBe(0)
})

test('answers a question with its own answer when many are asked at once', async () => {
  for (const word of ['lamp', 'harbour', 'sail']) vault.save({ html: `<p>A ${word}.</p>` })
  await open()
  const answers = await Promise.all(['lamp', 'harbour', 'sail', 'lamp OR sail', 'rope'].map(ask))
  expect(answers.map(({ total }) => total)).toEqual([1, 1, 1, 2, 0])
})

test('knows the same after a rebuild', async () => {
  for (let count = 0; count < 30; count++) vault.save({ html: `<p>A lamp, number n${count}.</p>` })
  await open()
  const before = await ask('lamp')
  await rebuild()
  await Promise.all(known)
  const after = await ask('lamp')
  const shown = (answer: typeof before) => answer.hits.map(({ id, snippet }) => [id, snippet])
  expect(shown(after)).toEqual(shown(before))
})

test('says that it is closed instead of leaving a question open', async () => {
  await open()
  const unanswered = client.search('lamp')
  client.close()
  expect(await unanswered).toMatchObject({ ok: false })
  expect(await client.search('lamp')).toMatchObject({ ok: false })
})

async function open() {
  await catchUp()
  client = createSearchClient()
  stop = onLibraryChanged((ids) => known.push(client.changed(ids)))
  await client.ready()
}

async function ask(query: string) {
  const answer = await client.search(query)
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure))
  return answer.value
}

test('keeps the index between two workers, and takes in what changed when neither ran', async () => {
  for (let count = 0; count < 5; count++) vault.save({ html: `<p>A lamp, number n${count}.</p>` })
  await open()
  await Promise.all(known)
  client.close()
  stop()
  const { id } = vault.save({ html: '<p>A lamp and a rope.</p>' })
  await catchUp()
  await open()
  expect((await ask('lamp')).total).toBe(6)
  expect((await ask('rope')).hits).toMatchObject([{ id }])
})

test('counts, explains, spreads by tag and finds what is similar', async () => {
  const words = 'lighthouse fresnel keeper prism lantern'
  const { id } = vault.save({ html: `<p>${words} harbour</p>` })
  const { id: like } = vault.save({ html: `<p>${words} sea</p>` })
  for (let count = 0; count < 30; count++) vault.save({ html: `<p>Number n${count} and thing x${count}.</p>` })
  await open()
  await setTag([id], 'ports', true)
  await Promise.all(known)
  expect(await client.count('lighthouse')).toEqual({ ok: true, value: 2 })
  expect(await client.similar(id)).toMatchObject({ ok: true, value: [{ id: like }] })
  expect(await client.explain('lighthouse', id)).toMatchObject({
    ok: true,
    value: { parts: [{ asked: 'lighthouse' }] },
  })
  expect(await client.facets('lighthouse')).toMatchObject({ ok: true, value: { tags: [{ name: 'ports', count: 1 }] } })
})

test('offers the nearest spelling when a word is hardly anywhere', async () => {
  const { id } = vault.save({ html: '<p>They receive the pilots.</p>' })
  await open()
  expect((await ask('recieve ')).also).toMatchObject({
    words: [{ typed: 'recieve', meant: ['receive'] }],
    hits: [{ id, snippet: 'They \uE000receive\uE001 the pilots.' }],
  })
})

test('a crowd of articles is known, and found, also when the index turns out damaged by it', async () => {
  await withoutIndex()
  const saved = Array.from({ length: 300 }, (_, n) => vault.save({ html: `<p>Lamp number ${n}.</p>` }).id)
  await open()
  client.close()
  stop()
  await damageIds()
  client = createSearchClient()
  stop = () => undefined
  await client.changed(saved)
  await expect.poll(async () => (await ask('lamp')).total).toBe(300)
})

/** Turns a bit of the ids of the catalog, which a start does not read. */
async function damageIds(): Promise<void> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('search')
  for await (const [name, handle] of folder.entries()) {
    if (!name.startsWith('catalog-') || !(handle instanceof FileSystemFileHandle)) continue
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
    const pieces = readCatalog({ read: (at, length) => bytes.slice(at, at + length), size: () => bytes.length })?.pieces
    const inPieces = pieces?.reduce((sum, { length }) => sum + length, 0) ?? 0
    const [alive, kept] = pieces ?? []
    bytes[bytes.length - inPieces + (alive?.length ?? 0) + (kept?.length ?? 0) + 8]! ^= 1
    const file = await handle.createWritable()
    await file.write(bytes)
    await file.close()
  }
}

/** Those that are started from now on. */
function noteWorkers(): Worker[] {
  const started: Worker[] = []
  globalThis.Worker = class extends OwnWorker {
    constructor(...given: ConstructorParameters<typeof OwnWorker>) {
      super(...given)
      started.push(this)
    }
  }
  return started
}

/** As by a mistake that nothing in it has caught. */
function stopWorker(worker: Worker) {
  worker.dispatchEvent(new ErrorEvent('error', { message: 'stopped by the test' }))
}
