// Finds a passage again in a text that may have changed since: moved, reworded, marked up anew. Rather none than a wrong place.
// A place is believed for its own words and for those around it; where two places are as good as each other, neither is taken.
import { align } from './align.ts'
import { tokensOf, type Token } from './tokens.ts'

/** As a highlight is kept: its words, those around it, and where it was. */
export type Anchor = {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly paragraph: number
  readonly offset: number
}

/** In the text of all paragraphs. */
export type Place = { readonly start: number; readonly end: number }

type Candidate = Place & {
  /** How much of the passage stands here, and of what stood before and after it: 0 to 1. */
  readonly own: number
  readonly before: number
  readonly after: number
  /** Words of the passage that are the same. */
  readonly same: number
  readonly isWhereItWas: boolean
}

/** `text` and `offsets` as extract/text.ts gives them. The work on the text is done once, for all its highlights. */
export function placerFor(text: string, offsets: readonly number[]): (anchor: Anchor) => Place | undefined {
  const folded = foldText(text)
  const tokens = tokensOf(text)
  const positions = new Map<string, number[]>()
  tokens.forEach(({ word }, index) => {
    const list = positions.get(word)
    if (list) list.push(index)
    else positions.set(word, [index])
  })
  const whole: Whole = { text, offsets, folded, tokens, positions }
  return (anchor) => place(whole, anchor)
}

type Whole = {
  readonly text: string
  readonly offsets: readonly number[]
  readonly folded: Folded
  readonly tokens: readonly Token[]
  readonly positions: ReadonlyMap<string, readonly number[]>
}

/** Passages of more words are found by their beginning and their end. */
const longest = 240
const endPiece = 80

function place(whole: Whole, anchor: Anchor): Place | undefined {
  const unmoved = whereItWas(whole, anchor)
  if (unmoved) return unmoved
  const candidates = exactPlaces(whole, anchor)
  const sure = candidates.find((one) => one.isWhereItWas && around(one) >= 1.6)
  if (sure) return sure
  const quote = tokensOf(anchor.quote)
  if (candidates.length === 0 && quote.length > longest) return placeByEnds(whole, anchor, quote)
  return choose([...candidates, ...reworded(whole, anchor, quote, candidates)], quote.length)
}

/** At its old place, with all that stood around it. */
function whereItWas({ text, offsets }: Whole, { quote, prefix, suffix, paragraph, offset }: Anchor): Place | undefined {
  const start = (offsets[paragraph] ?? NaN) + offset
  const end = start + quote.length
  const isSame =
    quote !== '' &&
    text.slice(start, end) === quote &&
    text.slice(Math.max(0, start - prefix.length), start) === prefix &&
    text.startsWith(suffix, end)
  return isSame ? { start, end } : undefined
}

/** How much of the surroundings must agree, for a passage of so many words the same. Fewer words prove less by themselves. */
function enough(one: Candidate): boolean {
  if (one.own === 1) return one.same >= 6 || around(one) >= 0.6
  if (one.own < 0.6 && (one.own <= 0.5 || around(one) < 1)) return false
  return one.same >= 8 ? true : one.same >= 4 ? around(one) >= 0.6 : around(one) >= 1.2
}

/** What tells the best place from the next: a share of the passage, or of one side of its surroundings. More where its surroundings say nothing. */
const clearly = (best: Candidate) => (around(best) < 0.5 ? 1 : 0.5)

function choose(candidates: readonly Candidate[], words: number): Candidate | undefined {
  const [best, next] = apart(candidates.filter((one) => one.own >= 0.35).sort((a, b) => worth(b) - worth(a)))
  if (!best || !enough(best) || words === 0) return undefined
  return next && worth(best) - worth(next) < clearly(best) ? undefined : best
}

const around = ({ before, after }: Candidate) => before + after
const worth = (one: Candidate) => 2.5 * one.own + around(one) + (one.isWhereItWas && around(one) > 0 ? 0.6 : 0)

/** One a place: of two that overlap, the better. */
function apart(sorted: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = []
  for (const one of sorted) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept
}

function exactPlaces(whole: Whole, anchor: Anchor): Candidate[] {
  const { folded, offsets } = whole
  const quote = foldText(anchor.quote).text
  if (quote === '') return []
  const was = (offsets[anchor.paragraph] ?? -1) + anchor.offset
  const found: Candidate[] = []
  for (let at = folded.text.indexOf(quote); at >= 0; at = folded.text.indexOf(quote, at + 1)) {
    const start = folded.places[at]!
    const end = folded.places[at + quote.length - 1]! + 1
    // A word that is only the part of another is another word.
    if (cutsWord(anchor, whole.text, start, end)) continue
    found.push(judge(whole, anchor, start, end, 1, tokensOf(anchor.quote).length, start === was))
    if (found.length >= mostExact) break
  }
  return found
}

/** A letter that stands so often is no passage to be found by its words alone. */
const mostExact = 200

const letter = /[\p{L}\p{N}\p{M}]/u

function cutsWord({ quote, prefix, suffix }: Anchor, text: string, start: number, end: number): boolean {
  const joins = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && letter.test(a) && letter.test(b)
  const first = quote.trim().at(0)
  const last = quote.trim().at(-1)
  return (
    joins(text[start - 1], first) !== joins(prefix.at(-1), first) || joins(last, text[end]) !== joins(last, suffix[0])
  )
}

/** Places where many words of the passage and of its surroundings stand in about their order. */
function reworded(whole: Whole, anchor: Anchor, quote: readonly Token[], exact: readonly Candidate[]): Candidate[] {
  if (quote.length === 0 || quote.length > longest) return []
  const prefix = tokensOf(anchor.prefix).slice(-mostAround)
  const suffix = tokensOf(anchor.suffix).slice(0, mostAround)
  // The whole with its surroundings, then the passage alone: a paragraph may have moved away from them.
  const found = [
    ...lay(whole, anchor, prefix, quote, suffix),
    ...(quote.length >= 5 ? lay(whole, anchor, [], quote, []) : []),
  ]
  return found.filter((one) => !exact.some((other) => other.start <= one.end && one.start <= other.end))
}

const mostAround = 20
const mostWindows = 6

function lay(
  whole: Whole,
  anchor: Anchor,
  prefix: readonly Token[],
  quote: readonly Token[],
  suffix: readonly Token[],
): Candidate[] {
  const pattern = [...prefix, ...quote, ...suffix]
  return windows(whole, pattern).flatMap(([from, to]) => {
    const { places } = align(pattern, whole.tokens, from, to)
    const own = places.slice(prefix.length, prefix.length + quote.length)
    const standing = own.filter((one) => one !== undefined)
    const same = standing.filter(({ isSame }) => isSame).length
    const first = standing[0]
    const last = standing.at(-1)
    if (!first || !last || same === 0) return []
    // Words put in among the others belong to the passage; as many again as it had are another text.
    if (last.at - first.at + 1 > quote.length * 1.6 + 2) return []
    // A part of it may have gone elsewhere: where its own edge is missing, what stood beside the edge must still stand there.
    const lostBefore = own.indexOf(first)
    const lostAfter = own.length - 1 - own.lastIndexOf(last)
    if (
      !isEdge(first, lostBefore, places[prefix.length - 1]) ||
      !isEdge(last, lostAfter, places[prefix.length + own.length])
    )
      return []
    if (longestGap(own) > Math.max(2, quote.length / 5)) return []
    const [start, end] = withMarks(whole, anchor.quote, whole.tokens[first.at]!.start, whole.tokens[last.at]!.end)
    return [judge(whole, anchor, start, end, Math.min(0.99, same / quote.length), same, false)]
  })
}

type Laid = { readonly at: number; readonly isSame: boolean }

function isEdge(edge: Laid, lost: number, beside: Laid | undefined): boolean {
  if (edge.isSame && lost === 0) return true
  return beside?.isSame === true && Math.abs(edge.at - beside.at) <= lost + 1
}

/** How many words in a row are gone, exchanged, or put in: of a passage that was torn in two, one half may have met other words. */
function longestGap(own: readonly (Laid | undefined)[]): number {
  let longest = 0
  let lost = 0
  let before: number | undefined
  for (const one of own) {
    if (!one?.isSame) {
      lost += 1
      longest = Math.max(longest, lost)
      continue
    }
    if (before !== undefined) longest = Math.max(longest, one.at - before - 1)
    lost = 0
    before = one.at
  }
  return longest
}

/** Stretches of the text in which rare words of the pattern stand at the distances they should. */
function windows({ tokens, positions }: Whole, pattern: readonly Token[]): [number, number][] {
  const votes = new Map<number, number>()
  pattern.forEach(({ word }, index) => {
    const list = positions.get(word) ?? []
    if (list.length > 60) return
    for (const at of list) {
      const bucket = Math.round((at - index) / bucketSize)
      for (const near of [bucket - 1, bucket, bucket + 1])
        votes.set(near, (votes.get(near) ?? 0) + (near === bucket ? 2 : 1) / list.length)
    }
  })
  const slack = bucketSize * 2 + Math.ceil(pattern.length / 3)
  const best = [...votes].sort((a, b) => b[1] - a[1])
  const chosen: number[] = []
  for (const [bucket] of best) {
    if (chosen.length >= mostWindows) break
    if (!chosen.some((other) => Math.abs(other - bucket) <= 2)) chosen.push(bucket)
  }
  return chosen.map((bucket) => {
    const at = bucket * bucketSize
    return [Math.max(0, at - slack), Math.min(tokens.length, at + pattern.length + slack)]
  })
}

const bucketSize = 6

/** The marks that the passage begins and ends with, where they still stand. */
function withMarks({ text }: Whole, quote: string, start: number, end: number): [number, number] {
  const opening = /^[^\p{L}\p{N}]*/u.exec(quote.trim())?.[0] ?? ''
  const closing = /[^\p{L}\p{N}\p{M}]*$/u.exec(quote.trim())?.[0] ?? ''
  const from = opening !== '' && text.slice(start - opening.length, start) === opening ? start - opening.length : start
  let to = end
  while (to - end < closing.length && text[to] === closing[to - end]) to += 1
  return [from, to]
}

function judge(
  whole: Whole,
  anchor: Anchor,
  start: number,
  end: number,
  own: number,
  same: number,
  isWhereItWas: boolean,
): Candidate {
  const wordsBefore = tokensOf(whole.text.slice(Math.max(0, start - reach), start))
  const wordsAfter = tokensOf(whole.text.slice(end, end + reach))
  return {
    start,
    end,
    own,
    same,
    isWhereItWas,
    before: likeness(reversed(tokensOf(anchor.prefix)), reversed(wordsBefore)),
    after: likeness(tokensOf(anchor.suffix), wordsAfter),
  }
}

/** Characters beside a place that are compared with what stood beside it. */
const reach = 200

/** How many of the words nearest to the passage stand there still, in their order; the nearest count most. 1 where nothing was and nothing is. */
function likeness(kept: readonly Token[], there: readonly Token[]): number {
  const a = kept.slice(0, mostAround)
  const b = there.slice(0, mostAround + 4)
  if (a.length === 0) return b.length === 0 ? 1 : 0
  const weight = (index: number) => 1 / (1 + index / 6)
  // The longest run of words common to both, in order, counted by weight.
  let row = new Float64Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    const next = new Float64Array(b.length + 1)
    for (let j = 1; j <= b.length; j++) {
      const both = a[i - 1]!.word === b[j - 1]!.word ? row[j - 1]! + weight(i - 1) : 0
      next[j] = Math.max(both, row[j]!, next[j - 1]!)
    }
    row = next
  }
  const all = a.reduce((sum, _word, index) => sum + weight(index), 0)
  return row[b.length]! / all
}

function reversed(tokens: readonly Token[]): Token[] {
  return [...tokens].reverse()
}

function placeByEnds(whole: Whole, anchor: Anchor, quote: readonly Token[]): Place | undefined {
  const piece = (from: number, to: number): Anchor => {
    const [start, end] = [quote[from]!.start, quote[to - 1]!.end]
    return {
      quote: anchor.quote.slice(start, end),
      prefix: (anchor.prefix + anchor.quote.slice(0, start)).slice(-reach),
      suffix: (anchor.quote.slice(end) + anchor.suffix).slice(0, reach),
      paragraph: anchor.paragraph,
      offset: anchor.offset,
    }
  }
  const first = place(whole, piece(0, endPiece))
  const last = place(whole, piece(quote.length - endPiece, quote.length))
  if (!first || !last || last.start < first.end) return undefined
  const length = last.end - first.start
  return length > anchor.quote.length * 0.6 && length < anchor.quote.length * 1.5
    ? { start: first.start, end: last.end }
    : undefined
}

type Folded = { readonly text: string; readonly places: readonly number[] }

/** White space as one space, and marks that editors like to exchange as one of them; with the place of each character. */
function foldText(text: string): Folded {
  let folded = ''
  const places: number[] = []
  let isSpace = true
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (invisible.has(character)) continue
    const plain = exchanged[character] ?? (/\s/.test(character) ? ' ' : character)
    if (plain === ' ' && isSpace) continue
    isSpace = plain === ' '
    folded += plain
    places.push(at)
  }
  const end = folded.trimEnd().length
  return { text: folded.slice(0, end), places: places.slice(0, end) }
}

const invisible: ReadonlySet<string> = new Set(['\u00ad', '\u200b', '\u2060', '\ufeff'])
const exchanged: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
}
