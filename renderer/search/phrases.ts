// Words side by side in one segment: the articles that have them all, then where each stands.
import { formsIn } from './forms.ts'
import type { Words } from './parseQuery.ts'
import { weightOf } from './rank.ts'
import { textFields, type TextField } from './segments/fields.ts'
import type { PlacesReader } from './segments/placesReader.ts'
import type { Postings } from './segments/postings.ts'
import { TermList, type Segment } from './segments/segment.ts'

/** One word of a phrase in one segment: in which articles, and where. */
type Step = {
  readonly offset: number
  readonly count: number
  readonly forms: readonly Decoded[]
}

/** A form of a word: where its postings lie among those that were decoded, and where it stands. */
type Decoded = { readonly start: number; readonly count: number; readonly places: PlacesReader }

const terms = new TermList()
/** By article of a part: how many words of the phrase, from the first on, it has. */
let held = new Uint16Array(0)

/** Calls back for each article that has the phrase, in ascending order. `decoded`: for the postings of its words, one behind the other; nothing is left in it. */
export function findPhrase(
  words: Words,
  segment: Segment,
  stemmers: readonly number[],
  decoded: Postings,
  visit: (article: number, weight: number) => void,
): void {
  decoded.clear()
  const steps = stepsIn(segment, words, stemmers, decoded)
  if (steps)
    eachCandidate(segment, steps, words.terms.length, decoded, (article) => {
      const starts = phraseStarts(steps, article)
      if (starts.length === 0) return
      const weight = phraseWeight(starts, segment.fieldEnds(article), words.field)
      if (weight > 0) visit(article, weight)
    })
  decoded.clear()
}

/** The rarest word first; undefined when one of them is in no article. */
function stepsIn(segment: Segment, words: Words, stemmers: readonly number[], decoded: Postings): Step[] | undefined {
  const steps: Step[] = []
  if (held.length < segment.articles) held = new Uint16Array(segment.articles)
  else held.fill(0, 0, segment.articles)
  for (const [offset, word] of words.terms.entries()) {
    const isLast = offset === words.terms.length - 1
    const asked: Words = isLast ? { ...words, terms: [word] } : { kind: 'words', terms: [word], last: 'whole' }
    const found = formsIn(segment, asked, stemmers).sort((a, b) => a.term.at - b.term.at)
    if (found.length === 0) return undefined
    terms.clear()
    for (const { term } of found) terms.add(term)
    const forms: Decoded[] = []
    decoded.reserve(terms.articles)
    segment.decodeWithPlaces(terms, decoded, (at, read) => {
      const { start, count, articles } = decoded
      for (let next = start; next < start + count; next++)
        if (held[articles[next]!] === offset) held[articles[next]!] = offset + 1
      forms.push({ start, count, places: segment.placesOf(found[at]!.term, decoded, start, read) })
    })
    steps.push({ offset, count: terms.articles, forms })
  }
  return steps.sort((a, b) => a.count - b.count)
}

/** The articles that have all words, in ascending order. */
function eachCandidate(
  segment: Segment,
  steps: readonly Step[],
  words: number,
  decoded: Postings,
  visit: (article: number) => void,
): void {
  const [first, second] = steps[0]?.forms ?? []
  if (!first || second) {
    for (let article = 0; article < segment.articles; article++) if (held[article] === words) visit(article)
    return
  }
  const { articles } = decoded
  for (let at = first.start; at < first.start + first.count; at++)
    if (held[articles[at]!] === words) visit(articles[at]!)
}

/** Where the phrase begins; the rarest word is looked at first. */
function phraseStarts(steps: readonly Step[], article: number): readonly number[] {
  let starts: number[] = []
  for (const [at, { offset, forms }] of steps.entries()) {
    const places: number[] = []
    for (const form of forms) form.places.read(article, places)
    if (at === 0) starts = places.map((place) => place - offset).filter((place) => place >= 0)
    else if (starts.length * 8 < places.length) {
      const sorted = forms.length > 1 ? places.sort((a, b) => a - b) : places
      starts = starts.filter((start) => isAmong(sorted, start + offset))
    } else {
      const all = new Set(places)
      starts = starts.filter((start) => all.has(start + offset))
    }
    if (starts.length === 0) return starts
  }
  return starts
}

function isAmong(sorted: readonly number[], wanted: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return sorted[low] === wanted
}

function phraseWeight(
  starts: readonly number[],
  ends: readonly [number, number, number],
  only: TextField | undefined,
): number {
  let weight = 0
  for (const start of starts) {
    const field = textFields[start < ends[0] ? 0 : start < ends[1] ? 1 : start < ends[2] ? 2 : 3]
    if (only === undefined || only === field) weight += weightOf(field)
  }
  return weight
}
