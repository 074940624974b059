// SQLite's FTS5 in WebAssembly over the origin's private files, with the same corpus and the same questions.
import type { FromBench, ToBench } from './bench.worker.ts'
import { fromLines, generated } from './corpus.ts'
import { questionsFor, type Kind } from './questions.ts'

type Database = {
  exec(options: { sql: string; bind?: readonly unknown[]; rowMode?: 0; returnValue?: 'resultRows' }): unknown
  prepare(sql: string): { bind(values: readonly unknown[]): { stepReset(): void }; finalize(): void }
  close(): void
}
type Sqlite = { oo1: { OpfsDb?: new (path: string, flags: string) => Database } }

const kinds: readonly Kind[] = ['common', 'rare', 'and', 'phrase', 'phraseFunction', 'prefix']
const batch = 1_000

self.onmessage = ({ data }: MessageEvent<ToBench>) => {
  if (data.kind === 'measure') void run(data).then((said) => self.postMessage(said))
}

async function run({ size, corpus: address }: ToBench & { kind: 'build' | 'measure' }): Promise<FromBench> {
  const path = '/sqlite/sqlite3.mjs'
  const { default: start } = (await import(/* @vite-ignore */ path)) as { default: () => Promise<Sqlite> } // served beside this script
  const { oo1 } = await start()
  if (!oo1.OpfsDb) throw new Error('This SQLite has no private files here.')
  const corpus =
    address === undefined
      ? generated(size)
      : fromLines((await (await fetch(address)).text()).split('\n').slice(0, size))
  const database = new oo1.OpfsDb('/peer.db', 'c')
  database.exec({
    sql: "CREATE VIRTUAL TABLE found USING fts5(title, body, content='', tokenize='porter unicode61 remove_diacritics 2')",
  })
  const insert = database.prepare('INSERT INTO found(rowid, title, body) VALUES (?, ?, ?)')
  let buildMs = 0
  for (let from = 0; from < size; from += batch) {
    const some = Array.from({ length: Math.min(batch, size - from) }, (_, n) => corpus.article(from + n))
    const before = performance.now()
    database.exec({ sql: 'BEGIN' })
    for (const [at, { article, text }] of some.entries()) insert.bind([from + at + 1, article.title, text]).stepReset()
    database.exec({ sql: 'COMMIT' })
    buildMs += performance.now() - before
  }
  insert.finalize()
  const figures: Record<string, readonly number[]> = { build: [size / (buildMs / 1_000)] }
  const questions = questionsFor(corpus)
  const quoted = (word: string) => `"${word}"`
  for (const kind of kinds) {
    const measured: number[] = []
    for (const round of [0, 1]) {
      for (const { words } of questions[kind]) {
        const asked =
          kind === 'prefix'
            ? `${quoted(words[0] ?? '')} *`
            : kind === 'and'
              ? words.map(quoted).join(' AND ')
              : quoted(words.join(' '))
        const before = performance.now()
        database.exec({
          sql: 'SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, 4, 1) LIMIT 20',
          bind: [asked],
          rowMode: 0,
          returnValue: 'resultRows',
        })
        if (round > 0) measured.push(performance.now() - before)
      }
    }
    figures[kind] = measured
  }
  database.close()
  const root = await navigator.storage.getDirectory()
  figures['bytesPerArticle'] = [(await (await root.getFileHandle('peer.db')).getFile()).size / size]
  return { kind: 'measured', figures }
}
