// The search worker: owns the index, fills it from the library, answers. It reads the library and writes nothing.
import type { Result } from '../../preload/failure.ts'
import { database } from '../library/database.ts'
import type { FromWorker, SearchAnswer, SearchOptions, ToWorker } from './messages.ts'
import { parseQuery } from './parseQuery.ts'
import { SearchIndex } from './searchIndex.ts'
import { snippet } from './snippet.ts'

/** Articles read at a time; between two batches questions are answered. */
const batchSize = 100

const index = new SearchIndex()
/** Questions that still want an answer. */
const wanted = new Set<number>()
let complete = false
/** Reading the library and changing the index happens one after the other: the later one always saw the newer rows. */
let turn: Promise<void> = Promise.resolve()

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
      })
  }
}

void fill()

/** The newest articles first: they are what is asked for while the rest is still being read. */
async function fill(): Promise<void> {
  const ids = await database.articles.toCollection().primaryKeys()
  ids.reverse()
  for (let start = 0; start < ids.length; start += batchSize) {
    const missing = ids.slice(start, start + batchSize)
    inTurn(() => readAgain(missing.filter((id) => !index.has(id))))
    await turn
    tell({ kind: 'filling', done: Math.min(start + batchSize, ids.length), total: ids.length })
  }
  complete = true
  tell({ kind: 'ready' })
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
  const [rows, texts] = await database.transaction('r', [database.articles, database.texts], () =>
    Promise.all([database.articles.bulkGet([...ids]), database.texts.bulkGet([...ids])]),
  )
  const marked = rows.flatMap((row) => (row && row.highlights > 0 ? [row.id] : []))
  const highlights = marked.length > 0 ? await database.highlights.where('article').anyOf(marked).toArray() : []
  for (const [at, id] of ids.entries()) {
    const article = rows[at]
    if (!article) {
      index.remove(id)
      continue
    }
    const notes = highlights.flatMap((highlight) =>
      highlight.article === id && highlight.note ? [highlight.note] : [],
    )
    index.put({ article, text: texts[at]?.text ?? '', notes })
  }
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
  const { total, hits, sought } = index.search(query.value, options, Date.now())
  const texts = await database.texts.bulkGet(hits.map((hit) => hit.id))
  if (!wanted.has(n)) return { ok: false, failure: { code: 'cancelled' } }
  return {
    ok: true,
    value: {
      total,
      hits: hits.map(({ id, score }, at) => ({ id, score, snippet: snippet(texts[at]?.text ?? '', sought) })),
      marks: sought.map(({ mark }) => mark),
      complete,
      tookMs: performance.now() - began,
    },
  }
}

function inTurn(task: () => Promise<void>): void {
  turn = turn.then(task)
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
