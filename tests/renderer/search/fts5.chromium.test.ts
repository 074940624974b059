// Matching held against another engine: SQLite's FTS5 is given our own words, so that only matching is compared, and asked the same.
import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { expect, test } from 'vitest'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { tokenise } from '../../../renderer/search/tokenise.ts'
import { generated } from '../../bench/search/corpus.ts'
import { newSeed, randomFrom, type Random } from '../../random.ts'

const articles = 1_200
const questions = 1_000

test('finds the articles that FTS5 finds for a thousand questions: words, several words, phrases', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const corpus = generated(articles, seed % 1_000)
  const index = await SearchIndex.open(memoryStore())
  const others = await fts5()
  const texts: string[][] = []
  for (let n = 0; n < articles; n++) {
    const { article, text } = corpus.article(n)
    const short = text.slice(0, 1_500)
    const terms = tokenise(short).map(({ term }) => term)
    // Nothing but the text, so that both have the same words.
    const plain = { ...article, title: '', url: '', tags: [], byline: '', siteName: '' }
    await index.gather([{ article: plain, text: short, notes: [] }])
    others.add(n, terms)
    texts.push(terms)
    if (n % 300 === 299) while (!(await index.seal(5)));
  }
  await index.remove(Array.from({ length: 100 }, (_, n) => corpus.article(n * 7).article.id))
  for (let n = 0; n < 100; n++) others.remove(n * 7)
  while (await index.work(5));

  const numberOf = new Map(texts.map((_, n) => [corpus.article(n).article.id, n]))
  for (let asked = 0; asked < questions; asked++) {
    const { ours, theirs } = question(texts, random)
    const query = parseQuery(ours)
    if (!query.ok) throw new Error(ours)
    const { hits } = index.search(query.value, { limit: articles, offset: 0 }, 0)
    const found = hits.map(({ id }) => numberOf.get(id) ?? -1).sort((a, b) => a - b)
    expect(found, `seed ${seed}, ${ours}`).toEqual(others.find(theirs))
  }
})

/** In quotes, so that no other words of a stem are meant. */
function question(texts: readonly (readonly string[])[], random: Random): { ours: string; theirs: string } {
  const text = random.pick(texts)
  const at = random.below(text.length - 4)
  const length = 1 + random.below(3)
  const words = text.slice(at, at + length)
  if (random.below(2) === 0) return { ours: `"${words.join(' ')}"`, theirs: `"${words.join(' ')}"` }
  const quoted = [...words, random.pick(text)].map((word) => `"${word}"`)
  return { ours: quoted.join(' '), theirs: quoted.join(' AND ') }
}

async function fts5() {
  const sqlite3 = (await sqlite3InitModule()) as {
    oo1: {
      DB: new (path: string) => {
        exec(options: { sql: string; bind?: readonly unknown[]; rowMode?: 0; returnValue?: 'resultRows' }): unknown
      }
    }
  } // its types are of another version
  const database = new sqlite3.oo1.DB(':memory:')
  database.exec({ sql: "CREATE VIRTUAL TABLE found USING fts5(body, tokenize='unicode61')" })
  return {
    add: (n: number, terms: readonly string[]) =>
      void database.exec({ sql: 'INSERT INTO found(rowid, body) VALUES (?, ?)', bind: [n, terms.join(' ')] }),
    remove: (n: number) => void database.exec({ sql: 'DELETE FROM found WHERE rowid = ?', bind: [n] }),
    find: (question: string) =>
      database.exec({
        sql: 'SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid',
        bind: [question],
        rowMode: 0,
        returnValue: 'resultRows',
      }),
  }
}
