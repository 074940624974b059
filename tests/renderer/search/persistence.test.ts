// The index on the disk: kept, cut short at any write, damaged, of another vault.
import { expect, test } from 'vitest'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore, NotWritten, type Store } from '../../../renderer/search/segments/store.ts'
import type { Indexed } from '../../../renderer/search/textsOf.ts'
import { newSeed, randomFrom, type Random } from '../../random.ts'
import { made, nextId } from './made.ts'

const now = Date.UTC(2026, 10, 22)
const vocabulary = 'lamp lamps lantern old harbour harbours the of sea été 東京 rope sail reader MPU6050'.split(' ')
const queries = [
  'lamp',
  'harbour -sea',
  '"the sea"',
  'la*',
  '*arb*',
  'tag:ports old',
  'is:trashed',
  'ete',
  '東京',
  '6050',
]

test('answers after a start as before it, also for what was never merged', async () => {
  const files = new Map<string, Uint8Array>()
  const index = await SearchIndex.open(memoryStore(files), 'v')
  const random = randomFrom(7)
  const articles = Array.from({ length: 300 }, () => randomArticle(random))
  await index.put(articles.slice(0, 200))
  for (const article of articles.slice(200)) await index.put([article])
  await index.remove(articles.slice(50, 80).map(({ article }) => article.id))
  const before = answers(index)
  index.close()
  const again = await SearchIndex.open(memoryStore(files), 'v')
  expect(answers(again)).toEqual(before)
  while (await again.work(0));
  expect(answers(again)).toEqual(before)
})

test('a start has no more pieces to ask than were left when all work was done', async () => {
  const files = new Map<string, Uint8Array>()
  const index = await SearchIndex.open(memoryStore(files), 'v')
  await index.put(Array.from({ length: 200 }, (_, n) => made({ text: `lamp word${n}` })))
  await index.complete()
  for (let n = 0; n < 100; n++) {
    await index.put([made({ text: `lamp again${n}` })])
    await workAll(index)
  }
  const pieces = index.library(now).parts.length
  const before = ids(index, 'lamp')
  index.close()
  const again = await SearchIndex.open(memoryStore(files), 'v')
  expect(again.library(now).parts.length).toBeLessThan(pieces + 64)
  expect(ids(again, 'lamp')).toEqual(before)
})

test('finds what was gathered once it is sealed, without what was changed or removed meanwhile', async () => {
  const files = new Map<string, Uint8Array>()
  const index = await SearchIndex.open(memoryStore(files), 'v')
  const random = randomFrom(5)
  const articles = Array.from({ length: 400 }, () => randomArticle(random))
  const changed = articles.slice(0, 40).map(({ article }) => randomArticle(random, article.id))
  const removed = articles.slice(40, 60).map(({ article }) => article.id)
  await index.gather(articles)
  await index.put(changed.slice(0, 20))
  expect(index.articleCount).toBe(20)
  expect(await index.seal(0)).toBe(false)
  for (const article of changed.slice(20)) await index.put([article])
  await index.remove(removed)
  while (!(await index.seal(0)));
  const anew = await SearchIndex.open(memoryStore(), 'v')
  for (const article of [...changed, ...articles.slice(60)]) await anew.put([article])
  const found = (one: SearchIndex) => queries.map((query) => ids(one, query).sort())
  expect(found(index)).toEqual(found(anew))
  index.close()
  expect(found(await SearchIndex.open(memoryStore(files), 'v'))).toEqual(found(anew))
})

test('is empty for another vault and for another format', async () => {
  const files = new Map<string, Uint8Array>()
  const index = await SearchIndex.open(memoryStore(files), 'v')
  await index.put([made({ text: 'a lamp' })])
  index.close()
  expect((await SearchIndex.open(memoryStore(new Map(files)), 'v')).articleCount).toBe(1)
  expect((await SearchIndex.open(memoryStore(new Map(files)), 'other')).articleCount).toBe(0)
})

test('takes an article again for nothing when only its state has changed', async () => {
  const index = await SearchIndex.open(memoryStore())
  const article = made({ text: 'a lamp' })
  await index.put([article])
  await index.put([{ ...article, article: { ...article.article, favourite: true } }])
  expect(ids(index, 'lamp is:favourite')).toEqual([article.article.id])
  expect(index.library(now).parts).toHaveLength(1)
})

test('what there is no room for is in no part, and can be gathered again when there is', async () => {
  const files = new Map<string, Uint8Array>()
  const disk = { hasRoom: true }
  const index = await SearchIndex.open(withRoom(memoryStore(files), disk), 'v')
  const articles = Array.from({ length: 200 }, (_, n) => made({ text: `lamp word${n}` }))
  const allIds = articles.map(({ article }) => article.id)
  await index.gather(articles)
  disk.hasRoom = false
  await expect(index.seal(1_000)).rejects.toThrow(NotWritten)
  expect(await index.seal(1_000)).toBe(true)
  expect(ids(index, 'lamp')).toEqual([])
  expect(index.without(allIds)).toEqual(allIds)
  expect([...files.keys()].filter((name) => name.startsWith('part-'))).toEqual([])
  disk.hasRoom = true
  await index.gather(articles)
  while (!(await index.seal(1_000)));
  expect(ids(index, 'lamp')).toHaveLength(200)
})

test('a merge that there is no room for leaves the parts as they were', async () => {
  const files = new Map<string, Uint8Array>()
  const disk = { hasRoom: true }
  const index = await SearchIndex.open(withRoom(memoryStore(files), disk), 'v')
  for (let part = 0; part < 12; part++)
    await index.put(Array.from({ length: 130 }, (_, n) => made({ text: `lamp word${part * 130 + n}` })))
  const before = ids(index, 'lamp')
  const names = [...files.keys()]
  disk.hasRoom = false
  await expect(workAll(index)).rejects.toThrow(NotWritten)
  expect(ids(index, 'lamp')).toEqual(before)
  expect([...files.keys()]).toEqual(names)
  disk.hasRoom = true
  await workAll(index)
  expect(index.library(now).parts.length).toBeLessThan(12)
  expect(ids(index, 'lamp')).toEqual(before)
})

async function workAll(index: SearchIndex) {
  while (await index.work(1_000));
}

test('opens after a crash at any write with all that was acknowledged', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  let kept = 0
  for (let round = 0; round < 60; round++) {
    const files = new Map<string, Uint8Array>()
    const crash = crashing(memoryStore(files), random.below(400))
    const acknowledged = new Map<string, Indexed>()
    // Articles in the middle of a change: both what was and what was to be are right.
    let pending: ReadonlySet<string> = new Set()
    try {
      const index = await SearchIndex.open(crash, 'v')
      for (let edit = 0; edit < 60; edit++) {
        const known = [...acknowledged.keys()]
        if (known.length > 5 && random.below(3) === 0) {
          const gone = random.pick(known)
          pending = new Set([gone])
          await index.remove([gone])
          acknowledged.delete(gone)
        } else {
          const some = Array.from({ length: random.below(20) === 0 ? 150 : 1 + random.below(3) }, () =>
            randomArticle(random, known.length > 0 && random.below(3) === 0 ? random.pick(known) : nextId()),
          )
          pending = new Set(some.map(({ article }) => article.id))
          await index.put(some)
          for (const article of some) acknowledged.set(article.article.id, article)
        }
        pending = new Set()
        while (random.below(3) > 0 && (await index.work(0)));
      }
    } catch (error) {
      expect(error).toBeInstanceOf(Crash)
    }
    const again = await SearchIndex.open(memoryStore(files), 'v')
    const why = `seed ${seed}, round ${round}`
    if (again.articleCount > 0) kept += 1
    const sure = [...acknowledged.values()].filter(({ article }) => !pending.has(article.id))
    const anew = await SearchIndex.open(memoryStore(), 'v')
    await anew.put(sure)
    for (const query of queries) {
      const found = (index: SearchIndex) => ids(index, query).filter((id) => !pending.has(id))
      expect(found(again).sort(), `${why}, ${query}`).toEqual(found(anew).sort())
    }
    while (await again.work(0));
    expect(
      again
        .ids()
        .filter((id) => !pending.has(id))
        .sort(),
      why,
    ).toEqual(sure.map(({ article }) => article.id).sort())
  }
  expect(kept).toBeGreaterThan(50)
})

test('says that a part is not as it was written, whichever bit of it was turned', async () => {
  const random = randomFrom(11)
  const files = new Map<string, Uint8Array>()
  const index = await SearchIndex.open(memoryStore(files), 'v')
  await index.put(Array.from({ length: 200 }, () => randomArticle(random)))
  index.close()
  for (let round = 0; round < 40; round++) {
    const copy = new Map([...files].map(([name, bytes]) => [name, bytes.slice()]))
    const part = [...copy].find(([name]) => name.startsWith('part-'))![1]
    part[random.below(part.length)]! ^= 1 << random.below(8)
    const again = await SearchIndex.open(memoryStore(copy), 'v')
    if (again.articleCount === 0) continue // seen at once
    again.check()
    await expect(
      (async () => {
        while (await again.work(0));
      })(),
    ).rejects.toThrow('not as it was written')
  }
})

test('says that a catalog is not as it was written, whichever bit of it was turned, though a start reads little of it', async () => {
  const random = randomFrom(12)
  const files = new Map<string, Uint8Array>()
  const index = await SearchIndex.open(memoryStore(files), 'v')
  await index.put(Array.from({ length: 2_000 }, () => randomArticle(random)))
  index.close()
  const size = [...files].find(([name]) => name.startsWith('catalog-'))![1].length
  let read = 0
  const counted = await SearchIndex.open(
    counting(memoryStore(new Map(files)), (name, bytes) => (read += name.startsWith('catalog-') ? bytes : 0)),
    'v',
  )
  expect(read).toBeLessThan(size / 4)
  expect(counted.articleCount).toBe(2_000)
  let late = 0
  for (let round = 0; round < 40; round++) {
    const copy = new Map([...files].map(([name, bytes]) => [name, bytes.slice()]))
    const catalog = [...copy].find(([name]) => name.startsWith('catalog-'))![1]
    catalog[random.below(catalog.length)]! ^= 1 << random.below(8)
    const again = await SearchIndex.open(memoryStore(copy), 'v')
    if (again.articleCount === 0) continue // seen at once
    late += 1
    again.check()
    await expect(
      (async () => {
        while (await again.work(0));
      })(),
    ).rejects.toThrow('not as it was written')
  }
  expect(late).toBeGreaterThan(20)
})

test('takes naughty text as it comes, and finds what is in it', async () => {
  const index = await SearchIndex.open(memoryStore())
  const naughty = [
    '\ud800 lone \udfff surrogates \udbff\udfff',
    'x'.repeat(1_000_000),
    `${'é\u0301'.repeat(3_000)} accents`,
    '\u0000 nul \u0001 \ufeff bom \u202e right',
    "'; DROP TABLE articles; -- <script>alert(1)</script>",
    '𝓵𝓪𝓶𝓹 ＬＡＭＰ ﷺ ﬃ ẞ İ ǅ',
    '🏳️‍🌈👩‍👩‍👧 emoji',
    `deep ${'('.repeat(5_000)} brackets`,
    'a-b-c-d '.repeat(2_000),
    '9'.repeat(400),
  ]
  const articles = naughty.map((text) => made({ text, title: text.slice(0, 300) }))
  await index.put(articles)
  for (const article of articles) await index.put([{ ...article, article: { ...article.article, version: nextId() } }])
  while (await index.work(0));
  for (const [word, at] of [
    ['surrogates', 0],
    ['xxxxxxxx*', 1],
    ['accents', 2],
    ['nul', 3],
    ['script', 4],
    ['lamp', 5],
    ['emoji', 6],
    ['brackets', 7],
    ['a-b-c-d', 8],
    ['999*', 9],
  ] as const)
    expect(ids(index, word), word).toEqual([articles[at]!.article.id])
  for (const text of naughty) parseQuery(text)
})

/** Tells how many bytes are read of which file. */
function counting(store: Store, onRead: (name: string, bytes: number) => void): Store {
  return {
    ...store,
    async open(name) {
      const file = await store.open(name)
      return {
        ...file,
        read(at, length, into) {
          onRead(name, length)
          return file.read(at, length, into)
        },
      }
    },
  }
}

/** Nothing can be written while the disk has no room. */
function withRoom(store: Store, disk: { readonly hasRoom: boolean }): Store {
  return {
    ...store,
    async open(name) {
      const file = await store.open(name)
      return {
        ...file,
        write(at, bytes) {
          if (!disk.hasRoom) throw new NotWritten('as a test has it')
          file.write(at, bytes)
        },
      }
    },
  }
}

class Crash extends Error {}

/** After so many writes nothing is written any more, and the last is cut. */
function crashing(store: Store, writes: number): Store {
  let left = writes
  const spend = () => {
    if (left <= 0) throw new Crash('crash')
    left -= 1
  }
  return {
    names: () => store.names(),
    async open(name) {
      spend()
      const file = await store.open(name)
      return {
        ...file,
        write(at, bytes) {
          if (left <= 0) throw new Crash('crash')
          left -= 1
          if (left > 0) return file.write(at, bytes)
          file.write(at, bytes.subarray(0, bytes.length >> 1))
          throw new Crash('crash')
        },
      }
    },
    async remove(name) {
      spend()
      await store.remove(name)
    },
  }
}

function randomArticle(random: Random, id = nextId()): Indexed {
  const words = (count: number) => Array.from({ length: random.below(count) }, () => random.pick(vocabulary)).join(' ')
  return made({
    id,
    title: words(5),
    text: words(25),
    tags: random.below(3) === 0 ? ['ports'] : [],
    trashed: random.below(8) === 0,
    version: nextId(),
    savedAt: new Date(now - random.below(1_000) * 86_400_000).toISOString(),
  })
}

function answers(index: SearchIndex): unknown {
  return queries.map((query) => search(index, query))
}

function ids(index: SearchIndex, text: string): string[] {
  return search(index, text).hits.map(({ id }) => id)
}

function search(index: SearchIndex, text: string) {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(text)
  return index.search(query.value, { limit: 1_000, offset: 0 }, now)
}

test.each([
  ['with a change in the journal', true],
  ['when the catalog is next written', false],
])('what is damaged besides the words, found %s, leaves an index that can be filled anew', async (_name, isChanged) => {
  const files = new Map<string, Uint8Array>()
  const articles = Array.from({ length: 300 }, (_, n) => made({ text: `harbour word${n}` }))
  const fill = async (index: SearchIndex) => {
    await index.gather(articles)
    while (!(await index.seal(1_000)));
    await index.complete()
  }
  const first = await SearchIndex.open(likeOpfs(files), 'v')
  await fill(first)
  if (isChanged) await first.put([made({ text: 'harbour later' })])
  first.close()
  const [catalog = new Uint8Array()] = [...files].flatMap(([name, bytes]) =>
    name.startsWith('catalog-') ? [bytes] : [],
  )
  // The slots of the one part come last, two bytes each of states and languages before them.
  catalog[catalog.length - 300 * 4 - 300 * 2 - 10]! ^= 1

  const index = await SearchIndex.open(likeOpfs(files), 'v')
  if (index.articleCount > 0) {
    // So many that the parts are merged, and the catalog written.
    await index.remove(articles.slice(0, 100).map(({ article }) => article.id))
    await expect(async () => {
      while (await index.work(1_000));
    }).rejects.toThrow()
    await index.clear()
  }
  await fill(index)
  expect(ids(index, 'harbour')).toHaveLength(300)
})

/** One handle a file, and an open one cannot be removed. */
function likeOpfs(files: Map<string, Uint8Array>): Store {
  const store = memoryStore(files)
  const open = new Set<string>()
  return {
    names: () => store.names(),
    async open(name) {
      if (open.has(name)) throw new Error(`${name} is open.`)
      open.add(name)
      const file = await store.open(name)
      return { ...file, close: () => void open.delete(name) }
    },
    remove: (name) => (open.has(name) ? Promise.reject(new Error(`${name} is open.`)) : store.remove(name)),
  }
}
