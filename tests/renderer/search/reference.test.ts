// The index against a slow look at every word of every article: the same articles, the same scores, in parts of every size, after edits.
import { expect, test } from 'vitest'
import { parseQuery, type Query, type Words } from '../../../renderer/search/parseQuery.ts'
import {
  accentWeight,
  lengthNorms,
  lift,
  looseWeight,
  rarity,
  stemWeight,
  termScore,
  weightOf,
} from '../../../renderer/search/rank.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { textFields } from '../../../renderer/search/segments/fields.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { stem } from '../../../renderer/search/stem.ts'
import { textsOf, type Indexed } from '../../../renderer/search/textsOf.ts'
import { exactForm, foldWord, tokenise } from '../../../renderer/search/tokenise.ts'
import { newSeed, randomFrom, type Random } from '../../random.ts'
import { made, nextId } from './made.ts'

const now = Date.UTC(2026, 10, 22)
/** In every second article, in one of ten, in one of a hundred, and thousands that are hardly anywhere. */
const frequent = ['harbour', 'lamp', 'été', 'ete', 'the']
const middle = ['lamps', 'lantern', 'harbours', 'walked', 'walking', 'seas', 'résumé']
const rare = ['walks', 'lamplight', 'quay', 'harboured']
const syllables = ['ba', 'ri', 'to', 'men', 'sal', 'ver', 'din', 'pel', 'or', 'an', 'lo', 'gra', 'ne', 'ku']
const asked = [
  ...['harbour', 'lamp', 'été', 'ete', 'the', 'lamps', 'walk', 'quay', 'resume', 'absent'],
  ...['harbour lamp', 'the quay', 'walking lantern seas', 'lamp OR quay', 'lamp -harbour', 'in:title lamp'],
  ...['"the lamp"', '"the harbour lamp"', '"lantern the"', 'lam*', 'harb*', 'ba*', 'sal*', 'w*', '"the la*"'],
  ...['*arbou*', '*amp*', '*alver*', '*pelor*', '*an*', 'lamp is:unread', 'the tag:a', 'harbour words:>5'],
]
const askedOfMany = [
  ...[
    'walking',
    'walk',
    'harbour',
    'lamps seas',
    'walking résumé',
    'harbour lamps',
    'the harbour walked',
    'lamp seas ba',
  ],
  ...['quay lamps', 'ba* walk', 'harbour sea', 'the été ete', 'lamps -seas', '"the lamp" seas'],
]

test('finds and scores as a slow look at every article does, in parts of every size, after edits', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const kept = new Map<string, Indexed>()
  const index = await SearchIndex.open(memoryStore())
  const keep = (articles: readonly Indexed[]) => {
    for (const article of articles) kept.set(article.article.id, article)
    return articles
  }
  // Two large parts, a middling one and small ones, each with articles that another part has anew, and some that are gone.
  for (const size of [400, 220]) {
    await index.gather(keep(Array.from({ length: size }, () => randomArticle(random))))
    while (!(await index.seal(0)));
  }
  await index.put(keep(Array.from({ length: 140 }, () => randomArticle(random))))
  const compare = (when: string) => compareAll(index, kept, asked, `seed ${seed}, ${when}`)
  compare('as it was filled')
  for (let edit = 0; edit < 120; edit++) {
    const id = random.pick([...kept.keys()])
    if (random.below(2) === 0) {
      await index.remove([id])
      kept.delete(id)
    } else await index.put(keep([randomArticle(random, id)]))
  }
  compare('after edits')
  while (await index.work(0));
  compare('after merging')
})

test('finds and scores the same of words that many articles have, in a part of thousands', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  // Short ones: words are in a twentieth of them, which is written otherwise than in a tenth, and otherwise than a few.
  const kept = new Map(
    Array.from({ length: 5_000 }, () => randomArticle(random, nextId(), 10)).map((one) => [one.article.id, one]),
  )
  const index = await SearchIndex.open(memoryStore())
  await index.gather([...kept.values()])
  while (!(await index.seal(0)));
  compareAll(index, kept, askedOfMany, `seed ${seed}, as it was filled`)
  const gone = [...kept.keys()].filter(() => random.below(20) === 0)
  await index.remove(gone)
  for (const id of gone) kept.delete(id)
  compareAll(index, kept, askedOfMany, `seed ${seed}, after some were removed`)
})

function compareAll(index: SearchIndex, kept: Map<string, Indexed>, questions: readonly string[], when: string): void {
  for (const text of questions) {
    const query = parsed(text)
    const { hits, total } = index.search(query, { limit: kept.size, offset: 0 }, now)
    const slow = lookedAt(query, [...kept.values()])
    const why = `${when}, ${text}`
    expect(total, why).toBe(slow.size)
    // Of several words, those of the best that stand together gain a quarter at most; nearness.test.ts is about that.
    const mostGain = query.kind === 'and' ? 1.25 : 1
    const isRight = ({ id, score }: (typeof hits)[number]) => {
      const own = slow.get(id) ?? NaN
      return score > own * 0.9999 - 1e-9 && score < own * mostGain * 1.0001 + 1e-9
    }
    const wrong = hits.filter((hit) => !isRight(hit))
    expect(wrong, why).toEqual([])
    expect(hits, why).toEqual([...hits].sort((a, b) => b.score - a.score))
    expect(index.search(query, { limit: 20, offset: 0 }, now).hits, why).toEqual(hits.slice(0, 20))
    expect(index.count(query), why).toBe(total)
  }
}

/** Each article that matches, with its score. */
function lookedAt(query: Query, articles: readonly Indexed[]): Map<string, number> {
  const lengths = new Map(articles.map((one) => [one, wordsOf(one).length]))
  const norms = lengthNorms([...lengths.values()].reduce((sum, length) => sum + length, 0) / articles.length)
  const leaves = wordsIn(query).map((words) => {
    const weights = new Map(articles.map((one) => [one, weightIn(one, words)]))
    const found = [...weights.values()].filter((weight) => weight > 0).length
    return { weights, rare: rarity(found, articles.length) }
  })
  const scores = new Map<string, number>()
  for (const one of articles) {
    const { article } = one
    if (article.trashed || !holds(one, query)) continue
    const sum = leaves.reduce((total, { weights, rare: each }) => {
      const weight = weights.get(one) ?? 0
      return weight === 0 ? total : total + each * termScore(weight, lengths.get(one) ?? 0, norms)
    }, 0)
    scores.set(
      article.id,
      sum * lift(Date.parse(article.savedAt), article.favourite, Math.floor(now / 86_400_000) * 86_400_000),
    )
  }
  return scores
}

function holds(one: Indexed, query: Query): boolean {
  switch (query.kind) {
    case 'and':
      return query.of.every((part) => holds(one, part))
    case 'or':
      return query.of.some((part) => holds(one, part))
    case 'not':
      return !holds(one, query.of)
    case 'words':
      return weightIn(one, query) > 0
    case 'filter':
      switch (query.filter.kind) {
        case 'is':
          return one.article.progress === 0
        case 'tag':
          return one.article.tags.includes(query.filter.tag)
        case 'words':
          return one.article.words >= query.filter.range.from
        default:
          throw new Error(`The slow look knows no ${query.filter.kind}.`)
      }
    default:
      return true
  }
}

function wordsIn(query: Query): Words[] {
  if (query.kind === 'words') return [query]
  return query.kind === 'and' || query.kind === 'or' ? query.of.flatMap(wordsIn) : []
}

type Placed = {
  readonly field: (typeof textFields)[number]
  readonly folded: string
  readonly exact: string
  readonly place: number
}

const placed = new Map<Indexed, Placed[]>()

function wordsOf(one: Indexed): Placed[] {
  const known = placed.get(one)
  if (known) return known
  const words: Placed[] = []
  let place = 0
  for (const field of textFields) {
    const text = textsOf(one)[field]
    for (const { start, end } of tokenise(text)) {
      const raw = text.slice(start, end)
      words.push({ field, folded: foldWord(raw), exact: exactForm(raw), place: place++ })
    }
    place += 1
  }
  placed.set(one, words)
  return words
}

function weightIn(one: Indexed, words: Words): number {
  const all = wordsOf(one).filter(({ field }) => words.field === undefined || field === words.field)
  const known = new Map<string, number>()
  const shareOf = ({ folded, exact }: Placed) => {
    const share = known.get(exact) ?? shareOnce(folded, exact)
    known.set(exact, share)
    return share
  }
  const shareOnce = (folded: string, exact: string) => {
    const wanted = words.terms.at(-1) ?? ''
    const shares = [0]
    if (folded === wanted) shares.push(exact === (words.exact ?? wanted) ? 1 : accentWeight)
    if (words.last === 'prefix' && folded.startsWith(wanted)) shares.push(looseWeight)
    if (words.last === 'inside' && folded.includes(wanted)) shares.push(looseWeight)
    const stemmed = stem(words.exact ?? wanted, 0)
    if (words.stems && (stem(exact, 0) === stemmed || folded === stemmed)) shares.push(stemWeight)
    // The word itself counts as that, also where it begins others.
    return folded === wanted && !words.stems ? (shares[1] ?? 0) : Math.max(...shares)
  }
  if (words.terms.length === 1) return all.reduce((sum, word) => sum + shareOf(word) * weightOf(word.field), 0)
  const at = new Map(all.map((word) => [word.place, word]))
  return all.reduce((sum, { place, field }) => {
    const isHere = words.terms.every((term, offset) => {
      const word = at.get(place + offset)
      if (!word) return false
      return offset < words.terms.length - 1 ? word.folded === term : shareOf(word) > 0
    })
    return isHere ? sum + weightOf(field) : sum
  }, 0)
}

function randomArticle(random: Random, id = nextId(), mostWords = 30): Indexed {
  const word = () => {
    const chance = random.below(100)
    if (chance < 30) return random.pick(frequent)
    if (chance < 36) return random.pick(middle)
    if (chance < 37) return random.pick(rare)
    return Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join('')
  }
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  return made({
    id,
    title: words(random.below(4)),
    text: words(random.below(mostWords)),
    words: random.below(12),
    tags: random.below(3) === 0 ? ['a'] : [],
    progress: random.below(2),
    favourite: random.below(9) === 0,
    trashed: random.below(9) === 0,
    savedAt: new Date(now - random.below(1_000) * 86_400_000).toISOString(),
  })
}

function parsed(text: string): Query {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(text)
  return query.value
}
