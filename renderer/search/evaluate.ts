// Query -> the articles that match, best first. Matching is by masks (one byte an article), scoring by the words that ask for something.
import type { Facts } from './facts.ts'
import { matches } from './facts.ts'
import type { Query, Words } from './parseQuery.ts'
import { fresh, looseWeight, rarity, termScore, weigh, weightOf } from './rank.ts'
import { textFields, type TextField, type TextIndex } from './textIndex.ts'
import { best } from './best.ts'

export type Answer = {
  readonly total: number
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  /** The words and phrases that asked for something, with how rare each is: what a snippet looks for. */
  readonly sought: readonly { readonly mark: string; readonly rarity: number }[]
}

type Library = { readonly texts: TextIndex; readonly facts: readonly (Facts | undefined)[] }
/** An article and its weighted count of what was asked for. */
type Matches = { readonly articles: number[]; readonly weights: number[] }
type Scored = { readonly words: Words; readonly matches: Matches }

export function evaluate(
  query: Query,
  texts: TextIndex,
  facts: readonly (Facts | undefined)[],
  page: { readonly limit: number; readonly offset: number },
  now: number,
): Answer {
  const library: Library = { texts, facts }
  const scored: Scored[] = []
  const mask = match(query, library, scored)
  const trashed = asksForTrash(query)
  const scores = new Float64Array(texts.size)
  const sought = scored.map(({ words, matches }) => {
    const rare = rarity(matches.articles.length, texts.articleCount)
    for (const [index, article] of matches.articles.entries()) {
      if (mask[article] === 1)
        scores[article]! += rare * termScore(matches.weights[index] ?? 0, texts.lengthOf(article), texts.averageLength)
    }
    return { mark: markOf(words), rarity: rare }
  })

  const found: number[] = []
  for (let article = 0; article < mask.length; article++) {
    const known = facts[article]
    if (mask[article] !== 1 || !known || (!trashed && known.states[0] === 'trashed')) continue
    scores[article]! *= fresh(known.savedAt, now)
    found.push(article)
  }
  const order = (a: number, b: number) =>
    scores[b]! - scores[a]! || facts[b]!.savedAt - facts[a]!.savedAt || (facts[a]!.id < facts[b]!.id ? 1 : -1)
  const hits = best(found, page.offset + page.limit, order).slice(page.offset)
  return {
    total: found.length,
    hits: hits.map((article) => ({ id: facts[article]!.id, score: scores[article]! })),
    sought,
  }
}

/** As marks.ts reads it: words side by side, a star where the last one may go on, or before it too. */
export function markOf({ terms, last }: Words): string {
  const text = terms.join(' ')
  return last === 'whole' ? text : last === 'prefix' ? `${text}*` : `*${text}*`
}

/** One byte an article: 1 when it matches. Words that ask for something are added to `scored`. */
function match(query: Query, library: Library, scored: Scored[] | undefined): Uint8Array {
  const { texts, facts } = library
  switch (query.kind) {
    case 'all':
      return new Uint8Array(texts.size).fill(1)
    case 'filter': {
      const mask = new Uint8Array(texts.size)
      for (const [article, known] of facts.entries()) if (known && matches(known, query.filter)) mask[article] = 1
      return mask
    }
    case 'not':
      return match(query.of, library, undefined).map((byte) => 1 - byte)
    case 'words': {
      const matches = find(query, texts)
      scored?.push({ words: query, matches })
      const mask = new Uint8Array(texts.size)
      for (const article of matches.articles) mask[article] = 1
      return mask
    }
    case 'and':
    case 'or': {
      const masks = query.of.map((part) => match(part, library, scored))
      const whole = query.kind === 'and'
      const mask = new Uint8Array(texts.size).fill(whole ? 1 : 0)
      for (const part of masks)
        for (let at = 0; at < mask.length; at++) mask[at] = whole ? mask[at]! & part[at]! : mask[at]! | part[at]!
      return mask
    }
  }
}

function find(words: Words, texts: TextIndex): Matches {
  const exact = words.terms.at(-1) ?? ''
  const lasts = lastTerms(words, texts)
  return words.terms.length === 1
    ? findWord(lasts, texts.term(exact), words.field, texts)
    : findPhrase(words, lasts, texts)
}

function lastTerms({ terms, last }: Words, texts: TextIndex): number[] {
  const word = terms.at(-1) ?? ''
  if (last === 'prefix') return texts.termsFrom(word)
  if (last === 'inside') return texts.termsWith(word)
  const term = texts.term(word)
  return term === undefined ? [] : [term]
}

function findWord(
  terms: readonly number[],
  exact: number | undefined,
  field: TextField | undefined,
  texts: TextIndex,
): Matches {
  const articles: number[] = []
  const weights: number[] = []
  if (terms.length === 1 && terms[0] === exact) {
    texts.eachPosting(terms[0]!, (article, counts) => {
      const weight = weigh(counts, field)
      if (weight === 0) return
      articles.push(article)
      weights.push(weight)
    })
    return { articles, weights }
  }
  const sums = new Float64Array(texts.size)
  for (const term of terms) {
    const share = term === exact ? 1 : looseWeight
    texts.eachPosting(term, (article, counts) => {
      sums[article]! += share * weigh(counts, field)
    })
  }
  for (const [article, weight] of sums.entries()) {
    if (weight === 0) continue
    articles.push(article)
    weights.push(weight)
  }
  return { articles, weights }
}

function findPhrase(words: Words, lasts: readonly number[], texts: TextIndex): Matches {
  const articles: number[] = []
  const weights: number[] = []
  const first = words.terms.slice(0, -1).map((term) => texts.term(term))
  const known = first.filter((term) => term !== undefined)
  if (known.length < first.length) return { articles, weights }
  // An article may hold a phrase when it holds all of its words.
  const held = new Uint16Array(texts.size)
  const different = [...new Set(known)]
  for (const term of different) texts.eachPosting(term, (article) => void (held[article]! += 1))
  const last = new Set(lasts)
  const looked: readonly TextField[] = words.field ? [words.field] : textFields
  for (let article = 0; article < held.length; article++) {
    if (held[article] !== different.length) continue
    let weight = 0
    for (const field of looked) weight += texts.countPhrase(article, known, last, field) * weightOf(field)
    if (weight === 0) continue
    articles.push(article)
    weights.push(weight)
  }
  return { articles, weights }
}

function asksForTrash(query: Query): boolean {
  switch (query.kind) {
    case 'filter':
      return query.filter.kind === 'is' && query.filter.state === 'trashed'
    case 'and':
    case 'or':
      return query.of.some(asksForTrash)
    default:
      return false
  }
}
