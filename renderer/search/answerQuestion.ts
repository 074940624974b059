// A question -> its answer, with the passages that the library has of what was found.
import type { Article } from '../../preload/article.ts'
import { failed, ok, type Result } from '../../preload/failure.ts'
import { articlesByIds } from '../library/articles.ts'
import { database } from '../library/database.ts'
import { also, isFew } from './also.ts'
import { isAmong } from './bits.ts'
import { matchAll, rank, type Answer, type Library, type Matched, type Page } from './evaluate.ts'
import { explain } from './explain.ts'
import { facets } from './facets.ts'
import { listed } from './listed.ts'
import type { Question, SearchAnswer, SearchHit, SearchOptions } from './messages.ts'
import { orderOf, parseQuery } from './parseQuery.ts'
import type { SearchIndex } from './searchIndex.ts'
import { similar } from './similar.ts'
import { RecentTexts } from './recentTexts.ts'
import { snippetsFor } from './snippet.ts'
import { textsOf } from './textsOf.ts'

const recentTexts = new RecentTexts(async (ids) => {
  const stored = await database.texts.bulkGet([...ids])
  return stored.map((one) => one?.text ?? '')
})

/** Their texts may be other ones now. */
export function forgetTexts(ids: readonly string[]): void {
  recentTexts.forget(ids)
}

/** `isWanted`: asked after each wait; a question that was taken back is not gone on with. */
export async function answerQuestion(
  index: SearchIndex,
  question: Question,
  isWanted: () => boolean,
): Promise<Result<unknown>> {
  if (!isWanted()) return failed({ code: 'cancelled' })
  switch (question.kind) {
    case 'search':
      return search(index, question.query, question.options, isWanted)
    case 'similar': {
      const [article, stored] = await Promise.all([database.articles.get(question.id), database.texts.get(question.id)])
      if (!article) return ok([])
      const texts = textsOf({ article, text: stored?.text ?? '', notes: [] })
      return ok(similar(question.id, texts, libraryOf(index), question.limit))
    }
    case 'listed': {
      const query = parseQuery(question.query)
      if (!query.ok || !index.isComplete) return query.ok ? ok(undefined) : query
      const library = libraryOf(index)
      return ok(listed(matchAll(query.value, library).mask, library.facts))
    }
    case 'count':
    case 'explain':
    case 'facets': {
      const query = parseQuery(question.query, { typing: question.typing })
      if (!query.ok) return query
      const library = libraryOf(index)
      if (question.kind === 'count') return ok(index.count(query.value))
      if (question.kind === 'explain') return ok(explain(query.value, question.id, library))
      return ok(facets(matchAll(query.value, library).mask, library, question.limit))
    }
  }
}

/** With so many results nobody looks for what else may have been meant. */
const manyResults = 5
const alsoLimit = 10

async function search(
  index: SearchIndex,
  text: string,
  options: SearchOptions,
  isWanted: () => boolean,
): Promise<Result<SearchAnswer>> {
  const began = performance.now()
  const query = parseQuery(text, { typing: options.typing })
  if (!query.ok) return query
  const order = orderOf(query.value) ?? 'relevance'
  // Read before anything is matched: what is matched is to be ranked before the index changes or another question comes.
  const titles = order === 'title' ? await idsByTitle() : undefined
  const library = libraryOf(index)
  const matched = matchAll(query.value, library)
  const answer =
    order === 'title' ? byTitle(titles ?? [], matched, library, options) : rank(matched, library, options, order)
  const other =
    (answer.total < manyResults || isFew(answer.total, library)) && options.offset === 0
      ? also(query.value, matched.leaves, library, { limit: alsoLimit + answer.total, offset: 0 })
      : undefined
  const known = new Set(answer.hits.map(({ id }) => id))
  const others = other?.answer.hits.filter(({ id }) => !known.has(id)).slice(0, alsoLimit) ?? []
  const { kept } = library.facts
  const trashed = [...answer.hits, ...others].filter(({ id }) => !isAmong(kept, library.facts.slotOf(id)))
  const [articles, hits, otherHits] = await Promise.all([
    options.articles ? articlesOf([...answer.hits, ...others]) : [],
    withSnippets(answer.hits, answer.sought),
    withSnippets(others, other?.answer.sought ?? []),
  ])
  if (!isWanted()) return failed({ code: 'cancelled' })
  return ok({
    total: answer.total,
    hits,
    articles,
    trashed: trashed.map(({ id }) => id),
    marks: answer.sought.map(({ mark }) => mark),
    complete: index.isComplete,
    tookMs: performance.now() - began,
    ...(other && answer.total === 0 ? { nearest: other.words } : {}),
    ...(other && otherHits.length > 0
      ? {
          also: {
            words: other.words,
            total: other.answer.total - (other.answer.hits.length - others.length),
            hits: otherHits,
            marks: other.answer.sought.map(({ mark }) => mark),
          },
        }
      : {}),
  })
}

/** The library has the titles in order. */
function idsByTitle(): Promise<readonly string[]> {
  return database.articles.orderBy('titleKey').primaryKeys()
}

function byTitle(ids: readonly string[], matched: Matched, library: Library, { limit, offset }: Page): Answer {
  const hits = ids.filter((id) => isAmong(matched.mask, library.facts.slotOf(id))).slice(offset, offset + limit)
  return { ...rank(matched, library, { limit: 0, offset: 0 }), hits: hits.map((id) => ({ id, score: 0 })) }
}

/** One that is gone in the meantime has none. */
async function articlesOf(hits: Answer['hits']): Promise<Article[]> {
  const found = await articlesByIds(hits.map(({ id }) => id))
  return found.filter((article) => article !== undefined)
}

async function withSnippets(hits: Answer['hits'], sought: Answer['sought']): Promise<SearchHit[]> {
  if (hits.length === 0) return []
  const texts = await recentTexts.read(hits.map((hit) => hit.id))
  const snippetOf = snippetsFor(sought)
  return hits.map(({ id, score }, at) => ({ id, score, snippet: snippetOf(texts[at] ?? '') }))
}

function libraryOf(index: SearchIndex): Library {
  return index.library(Date.now())
}
