// The search worker: owns the index, fills it from the library, answers. It reads the library and writes nothing.
import type { Result } from '../../preload/failure.ts'
import { database, type Meta } from '../library/database.ts'
import { forgetUnindexed, isUnindexed, unindexedIds, unindexedKey, type Unindexed } from '../library/unindexed.ts'
import type { FromWorker, SearchAnswer, SearchOptions, ToWorker } from './messages.ts'
import { parseQuery } from './parseQuery.ts'
import { SearchIndex, type Indexed } from './searchIndex.ts'
import { opfsStore } from './segments/opfsStore.ts'
import { memoryStore, type Store } from './segments/store.ts'
import { snippet } from './snippet.ts'

/** Articles read at a time; between two batches questions are answered. */
const batchSize = 100
/** The first filling: more at a time, for many together cost less. */
const fillSize = 1_000
/** Background work holds a question up no longer than this. */
const sliceMs = 5

/** Questions that still want an answer. */
const wanted = new Set<number>()
const opened = open()
let index: SearchIndex | undefined
let isWorking = false
/** Reading the library and changing the index happens one after the other: the later one always saw the newer rows. */
let turn: Promise<void> = opened

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'search':
      wanted.add(data.n)
      // Not at once: a message that takes it back may be on its way already.
      return afterMessages(() => void answer(data.n, data.query, data.options))
    case 'cancel':
      return void wanted.delete(data.n)
    case 'changed':
      return inTurn(async () => {
        for (let start = 0; start < data.ids.length; start += batchSize)
          await readAgain(data.ids.slice(start, start + batchSize))
        tell({ kind: 'known', n: data.n })
        workOn()
      })
  }
}

void opened.then(fill).catch((error: unknown) => {
  console.error('The index could not be filled.', error)
})

async function open(): Promise<void> {
  const [store, vault] = await Promise.all([openStore(), database.meta.get('vault')])
  index = await SearchIndex.open(store, String(vault?.value ?? ''))
}

async function openStore(): Promise<Store> {
  try {
    return await opfsStore()
  } catch (error) {
    // Private storage may be refused or full: search works all the same, and is filled anew at each start.
    console.warn('The search index cannot be kept on the disk.', error)
    return memoryStore()
  }
}

function theIndex(): SearchIndex {
  if (!index) throw new Error('The index is not open yet.')
  return index
}

/** What the index does not know yet, the newest articles first: they are what is asked for while the rest is still being read. */
async function fill(): Promise<void> {
  await catchUp()
  if (!theIndex().isComplete || (await database.articles.count()) !== theIndex().articleCount) {
    const ids = await database.articles.toCollection().primaryKeys()
    const known = new Set(ids)
    inTurn(() =>
      theIndex().remove(
        theIndex()
          .ids()
          .filter((id) => !known.has(id)),
      ),
    )
    ids.reverse()
    for (let start = 0; start < ids.length; start += fillSize) {
      const some = ids.slice(start, start + fillSize)
      inTurn(() => readAgain(some.filter((id) => !theIndex().has(id))))
      await turn
      tell({ kind: 'filling', done: Math.min(start + fillSize, ids.length), total: ids.length })
    }
  }
  inTurn(() => theIndex().complete())
  await turn
  tell({ kind: 'ready' })
  theIndex().check()
  workOn()
}

/** What was changed in the library and may not have reached the disk of the index before the last end. */
async function catchUp(): Promise<void> {
  const ids = await unindexedIds()
  inTurn(async () => {
    for (let start = 0; start < ids.length; start += batchSize) await readAgain(ids.slice(start, start + batchSize))
  })
  await turn
}

/** Merging, a slice at a time: questions and changes come in between. */
function workOn(): void {
  if (isWorking) return
  isWorking = true
  const slice = () =>
    inTurn(async () => {
      try {
        isWorking = await theIndex().work(sliceMs)
      } catch (error) {
        isWorking = false
        await startAnew(error)
      }
      if (isWorking) afterMessages(slice)
      else await settleIndexed()
    })
  slice()
}

/** Nothing of the index is lost with it: the library is read again, and what is ready is found meanwhile. */
async function startAnew(error: unknown): Promise<void> {
  console.warn('The search index is damaged and is made anew.', error)
  await theIndex().clear()
  void fill()
}

async function readAgain(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  try {
    await read(ids)
  } catch (error) {
    // One article that cannot be read must not keep the others from being found.
    console.error('The index could not take in a change.', error)
    if (ids.length > 1) for (const id of ids) await readAgain([id])
  }
}

async function read(ids: readonly string[]): Promise<void> {
  const [rows, texts, marks] = await database.transaction('r', [database.articles, database.texts, database.meta], () =>
    Promise.all([
      database.articles.bulkGet([...ids]),
      database.texts.bulkGet([...ids]),
      database.meta.bulkGet(ids.map(unindexedKey)),
    ]),
  )
  const marked = rows.flatMap((row) => (row && row.highlights > 0 ? [row.id] : []))
  const highlights = marked.length > 0 ? await database.highlights.where('article').anyOf(marked).toArray() : []
  const goneIds: string[] = []
  const found: Indexed[] = []
  for (const [at, id] of ids.entries()) {
    const article = rows[at]
    if (!article) {
      goneIds.push(id)
      continue
    }
    const own = highlights.filter((highlight) => highlight.article === id)
    const notes = own.flatMap(({ note }) => (note ? [note] : []))
    found.push({ article, text: texts[at]?.text ?? '', notes, quotes: own.map(({ quote }) => quote) })
  }
  await theIndex().remove(goneIds)
  await theIndex().put(found)
  noteIndexed(marks)
}

async function answer(n: number, query: string, options: SearchOptions): Promise<void> {
  const result = await search(n, query, options).catch((error: unknown): Result<SearchAnswer> => {
    console.error('The search failed.', error)
    return { ok: false, failure: { code: 'bug', message: error instanceof Error ? error.message : String(error) } }
  })
  wanted.delete(n)
  tell({ kind: 'answer', n, result })
}

async function search(n: number, text: string, options: SearchOptions): Promise<Result<SearchAnswer>> {
  if (!wanted.has(n)) return { ok: false, failure: { code: 'cancelled' } }
  const began = performance.now()
  const query = parseQuery(text, { typing: options.typing })
  if (!query.ok) return query
  await opened
  const { total, hits, sought } = theIndex().search(query.value, options, Date.now())
  const texts = await database.texts.bulkGet(hits.map((hit) => hit.id))
  if (!wanted.has(n)) return { ok: false, failure: { code: 'cancelled' } }
  return {
    ok: true,
    value: {
      total,
      hits: hits.map(({ id, score }, at) => ({ id, score, snippet: snippet(texts[at]?.text ?? '', sought) })),
      marks: sought.map(({ mark }) => mark),
      complete: theIndex().isComplete,
      tookMs: performance.now() - began,
    },
  }
}

/** What is in the index, with the marks the library had of it then. */
let indexed: Unindexed[] = []

function noteIndexed(marks: readonly (Meta | undefined)[]): void {
  for (const mark of marks) if (mark && isUnindexed(mark)) indexed.push(mark)
}

/** Once it is on the disk, the library need not remember it. */
async function settleIndexed(): Promise<void> {
  if (indexed.length === 0) return
  const settled = indexed
  indexed = []
  theIndex().flush()
  await forgetUnindexed(settled)
}

function inTurn(task: () => Promise<void>): void {
  turn = turn.then(task).catch((error: unknown) => {
    console.error('The index could not be changed.', error)
  })
}

function afterMessages(task: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    task()
  }
  port2.postMessage(null)
}

function tell(message: FromWorker): void {
  self.postMessage(message)
}
