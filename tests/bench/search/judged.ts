// How right the order is: collections with judged questions, by nDCG@10. The collections are the caller's (`--set FOLDER`).
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseQuery, type Query } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { tokenise } from '../../../renderer/search/tokenise.ts'
import { fromLines } from './corpus.ts'

const collections = { ndcgCranfield: 'cranfield.json.gz', ndcgCisi: 'cisi.json.gz' } as const
const depth = 10

type Judged = {
  readonly docs: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  readonly queries: readonly { readonly text: string; readonly rel: Readonly<Record<string, number>> }[]
}

/** The collections that lie in these folders, by the name of their figure. */
export function judgedIn(folders: readonly string[]): [figure: string, file: string][] {
  return folders.flatMap((folder) =>
    Object.entries(collections).flatMap(([figure, name]): [string, string][] =>
      existsSync(join(folder, name)) ? [[figure, join(folder, name)]] : [],
    ),
  )
}

export async function ndcg(file: string): Promise<number> {
  const { docs, queries } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Judged // the collection's own form
  const corpus = fromLines(docs.map((doc) => JSON.stringify(doc)))
  const index = await SearchIndex.open(memoryStore())
  const idOf = new Map<string, string>()
  for (const [n, { id }] of docs.entries()) {
    const { article, text } = corpus.article(n)
    // Nothing of the address and the site, which are made up.
    await index.gather([{ article: { ...article, url: '', siteName: '', byline: '', tags: [] }, text, notes: [] }])
    idOf.set(article.id, id)
  }
  while (!(await index.seal(50)));
  let sum = 0
  let asked = 0
  for (const { text, rel } of queries) {
    const ideal = gain(Object.values(rel).sort((a, b) => b - a))
    if (ideal === 0) continue
    const { hits } = index.search(anyOf(text), { limit: depth, offset: 0 }, 0)
    sum += gain(hits.map(({ id }) => rel[idOf.get(id) ?? ''] ?? 0)) / ideal
    asked += 1
  }
  return sum / asked
}

/** These questions are sentences: any of their words may answer them. */
function anyOf(text: string): Query {
  const words = tokenise(text).map(({ term }) => term)
  const of = words.flatMap((word) => {
    const query = parseQuery(word)
    return query.ok && query.value.kind === 'words' ? [query.value] : []
  })
  return { kind: 'or', of }
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, depth).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0)
}
