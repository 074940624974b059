// Others over the same corpus with the same questions: SQLite FTS5 (native, porter) and minisearch. Runs in the Node that has node:sqlite; prints JSON.
// Arguments: a folder whose node_modules has minisearch, how many articles, and a file of JSON lines or nothing.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromLines, generated, type Corpus } from './corpus.ts'
import { questionsFor, type Asked, type Kind } from './questions.ts'

type Ask = (asked: Asked, kind: Kind) => void
type Engine = { ask: Ask; kinds: readonly Kind[]; bytes: number; buildMs: number; close(): void }

/** It holds all in memory, and takes 20 s to start at 100,000. */
const mostForMinisearch = 10_000

const [folder = '.', count = '1000', file] = process.argv.slice(2)
const load = createRequire(join(folder, 'package.json'))
const size = Number(count)
const corpus = file ? fromLines(readFileSync(file, 'utf8').split('\n').slice(0, size)) : generated(size)
const questions = questionsFor(corpus)
const engines: Record<string, (corpus: Corpus) => Engine> = {
  'fts5-native': fts5,
  ...(size <= mostForMinisearch ? { minisearch } : {}),
}
for (const [name, make] of Object.entries(engines)) {
  const engine = make(corpus)
  const figures: Record<string, readonly number[]> = {
    build: [corpus.size / (engine.buildMs / 1_000)],
    bytesPerArticle: [engine.bytes / corpus.size],
  }
  for (const kind of engine.kinds) {
    const measured: number[] = []
    for (let round = 0; round < 2; round++) {
      for (const asked of questions[kind]) {
        const before = performance.now()
        engine.ask(asked, kind)
        if (round > 0) measured.push(performance.now() - before)
      }
    }
    figures[kind] = measured
  }
  engine.close()
  process.stdout.write(`${JSON.stringify({ engine: name, figures })}\n`)
}

function fts5(articles: Corpus): Engine {
  const { DatabaseSync } = load('node:sqlite') as {
    DatabaseSync: new (path: string) => {
      exec(sql: string): void
      prepare(sql: string): { run(...values: unknown[]): void; all(...values: unknown[]): unknown[] }
      close(): void
    }
  } // this Node has it
  const home = mkdtempSync(join(tmpdir(), 'fts5-'))
  const path = join(home, 'index.db')
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(
    "CREATE VIRTUAL TABLE found USING fts5(title, body, content='', tokenize='porter unicode61 remove_diacritics 2')",
  )
  const insert = database.prepare('INSERT INTO found(rowid, title, body) VALUES (?, ?, ?)')
  let buildMs = 0
  for (let from = 0; from < articles.size; from += 1_000) {
    const some = Array.from({ length: Math.min(1_000, articles.size - from) }, (_, n) => articles.article(from + n))
    const before = performance.now()
    database.exec('BEGIN')
    for (const [at, { article, text }] of some.entries()) insert.run(from + at + 1, article.title, text)
    database.exec('COMMIT')
    buildMs += performance.now() - before
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const select = database.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, 4, 1) LIMIT 20')
  const quoted = (word: string) => `"${word}"`
  return {
    kinds: ['common', 'rare', 'and', 'phrase', 'phraseFunction', 'prefix'],
    ask: ({ words }, kind) => {
      if (kind === 'prefix') select.all(`${quoted(words[0] ?? '')} *`)
      else if (kind === 'and') select.all(words.map(quoted).join(' AND '))
      else select.all(quoted(words.join(' ')))
    },
    bytes: statSync(path).size,
    buildMs,
    close() {
      database.close()
      rmSync(home, { recursive: true })
    },
  }
}

function minisearch(articles: Corpus): Engine {
  type Options = { prefix?: boolean; fuzzy?: number; combineWith?: string }
  const loaded = load('minisearch') as
    | { default?: unknown }
    | (new (options: object) => { add(document: object): void; search(query: string, options: Options): unknown[] })
  const MiniSearch = (typeof loaded === 'function' ? loaded : loaded.default) as new (options: object) => {
    add(document: object): void
    search(query: string, options: Options): unknown[]
  } // its types are not installed here
  const index = new MiniSearch({ fields: ['title', 'text'] })
  let buildMs = 0
  for (let n = 0; n < articles.size; n++) {
    const { article, text } = articles.article(n)
    const before = performance.now()
    index.add({ id: n, title: article.title, text })
    buildMs += performance.now() - before
  }
  return {
    kinds: ['common', 'rare', 'and', 'prefix', 'typo'],
    ask: ({ words }, kind) => {
      const options = kind === 'prefix' ? { prefix: true } : kind === 'typo' ? { fuzzy: 2 } : {}
      index.search(words.join(' '), { combineWith: 'AND', ...options }).slice(0, 20)
    },
    bytes: JSON.stringify(index).length,
    buildMs,
    close: () => undefined,
  }
}
