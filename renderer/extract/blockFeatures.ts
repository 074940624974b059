// What can be measured of each block of a page's text, as numbers: what the learned choice of blocks goes by. The order of the numbers is part
// of the weights: whoever changes it trains anew (`npm run learn`).
import { kindRules, nameRules, pathRules, sayings, tags, withinRules } from './blockSigns.ts'
import { builtAlike } from './builtAlike.ts'
import type { Called } from './called.ts'
import { doubtsIn } from './doubt.ts'
import { folded, foldedStart, plainStart } from './folded.ts'
import { measureBlock, nothing, type Block } from './measureBlock.ts'
import { measureWholes, rounded, type Wholes } from './measureWholes.ts'
import type { Paragraph } from './text.ts'

export type Page = {
  readonly body: HTMLElement
  /** What the page calls its elements: see called.ts. */
  readonly called: Called
  readonly url: string
  readonly title: string
  /** What kinds of thing the page says it is: types of linked data, og:type. Lower case. */
  readonly kinds: string
  readonly isArticle: boolean
  /** What the page says of itself in a sentence. */
  readonly description: string
  readonly list: readonly Paragraph[]
  /** What the rules would keep. */
  readonly first: ReadonlySet<Text>
  readonly second: ReadonlySet<Text>
  /** What the page's linked data says too. */
  readonly stated: ReadonlySet<Paragraph>
}

/**
 * What is made of the numbers of each paragraph of the list: as many for each, rounded as the thresholds of the trees are. They lie in one place, where
 * the next paragraph's take theirs: to give memory to each row took as long as to fill it.
 */
export function blockFeatures<T>(page: Page, use: (numbers: Float32Array) => T): T[] {
  const { body, list, first, second } = page
  const isDoubted = doubtsIn(body)
  const blocks = list.map((paragraph) => measureBlock(paragraph, { first, second, isDoubted }))
  const all = blocks.reduce((sum, { length }) => sum + length, 0)
  const repeats = new Map<string, number>()
  for (const { text } of list) repeats.set(text, (repeats.get(text) ?? 0) + 1)
  const wholes = measureWholes(page, all)
  const about = aboutPage(page, blocks, all).map(rounded)
  const title = folded(page.title)
  const h1 = body.querySelector('h1')
  const headings = new Set<Element>()
  for (let at: Element | null = h1; at; at = at.parentElement) headings.add(at)
  const know = knower(body, headings, wholes)
  const description = folded(page.description)
  const alikeBy = builtAlike(list)
  const alike = measureGroups(alikeBy(2), blocks)
  const wholeAlike = measureGroups(alikeBy(4), blocks)
  const headingAt = list.findIndex(({ block }) => block.localName === 'h1' || (h1?.contains(block) ?? false))
  const keptAt = blocks.flatMap(({ first, second }, at) => (first || second ? [at] : []))
  const kept = { before: 0, all: blocks.reduce((sum, { second, length }) => sum + (second ? length : 0), 0) }
  const [firstKept = 0, lastKept = 0] = [keptAt[0], keptAt.at(-1)]
  const under = underHeadings(blocks, list)
  let before = 0
  const seen = new Map<string, number>()
  const row: Row = { values: new Float32Array(mostColumns), length: 0 }
  let numbers: Float32Array | undefined
  return list.map((paragraph, at) => {
    const block = blocks[at] ?? nothing
    const element = know(paragraph.block)
    const { around } = element
    const time = (seen.get(paragraph.text) ?? 0) + 1
    seen.set(paragraph.text, time)
    row.values.fill(0)
    row.length = 0
    putOwn(row, block)
    put(row, time)
    put(row, repeats.get(paragraph.text) ?? 1)
    put(row, isTitle(paragraph.text, title) ? 1 : 0)
    put(row, at)
    put(row, at / list.length)
    put(row, list.length - at)
    put(row, before / (all + 1))
    put(row, headingAt < 0 ? 0 : Math.max(-50, Math.min(200, at - headingAt)))
    put(row, headingAt < 0 ? 0 : 1)
    put(row, distanceTo(keptAt, at))
    put(row, element.depth)
    putBits(row, element.own, nameRules.length)
    putBits(row, element.near, nameRules.length)
    putBits(row, element.any, nameRules.length)
    putBits(row, tags.of(paragraph.block.localName), tags.many)
    putBits(row, element.within, withinRules.many)
    for (const numbers of around) putRounded(row, numbers, 0, 5)
    for (const numbers of around) putRounded(row, numbers, 5, 6)
    for (const step of steps) putAround(row, blocks[at + step])
    putRounded(row, about, 0, about.length)
    for (const numbers of around) putRounded(row, numbers, 6, 8)
    putGroup(row, all, alike[at])
    putGroup(row, all, wholeAlike[at])
    putAll(row, under[at] ?? [])
    put(row, element.levels)
    put(row, element.article === null ? 0 : wholes.shareOf(element.article))
    put(row, element.main === null ? 0 : wholes.shareOf(element.main))
    put(row, clipped(at - firstKept))
    put(row, clipped(lastKept - at))
    put(row, kept.before / (kept.all + 1))
    put(row, isOfDescription(paragraph.text, description) ? 1 : 0)
    if (block.second) kept.before += block.length
    before += block.length
    numbers ??= row.values.subarray(0, row.length)
    return use(numbers)
  })
}

/** The row that is being filled. One for all, and all in one piece of memory: to make rows of many small lists took most of the time. */
type Row = { readonly values: Float32Array; length: number }

/** More than there are. */
const mostColumns = 1_024
/** What stands around a block. */
const steps = [-2, -1, 1, 2]

function put(row: Row, value: number): void {
  row.values[row.length++] = rounded(value)
}

/** What is rounded already, once for all rows that share it. */
function putRounded(row: Row, numbers: readonly number[], from: number, to: number): void {
  for (let n = from; n < to; n++) row.values[row.length++] = numbers[n] ?? 0
}

function putAll(row: Row, values: readonly number[]): void {
  for (let n = 0; n < values.length; n++) put(row, values[n] ?? 0)
}

/** Most are 0, as the row is before it is filled. */
function putBits(row: Row, value: number, many: number): void {
  for (let left = value, n = row.length; left !== 0; left >>>= 1, n++) row.values[n] = left & 1
  row.length += many
}

/** Of most it is known by their first word that they are not. */
function isTitle(text: string, title: string): boolean {
  return title !== '' && title.startsWith(plainStart(text)) && foldedStart(text, title.length + 1) === title
}

function isOfDescription(text: string, description: string): boolean {
  if (description === '' || text.length <= 30 || !description.includes(plainStart(text))) return false
  return description.includes(foldedStart(text, 60))
}

// ---- a block by itself

function putOwn(row: Row, block: Block): void {
  const { length, words } = block
  put(row, Math.log1p(length))
  put(row, words)
  put(row, length / (words + 1))
  put(row, block.linked)
  put(row, block.sentences)
  put(row, block.commas / (words + 1))
  put(row, block.digits)
  put(row, block.capitals)
  put(row, block.short)
  put(row, block.endsSentence ? 1 : 0)
  put(row, block.isPrice ? 1 : 0)
  put(row, block.hasYear ? 1 : 0)
  putBits(row, block.says, sayings.length)
  put(row, block.doubted ? 1 : 0)
  put(row, block.first ? 1 : 0)
  put(row, block.second ? 1 : 0)
}

function putAround(row: Row, block: Block = nothing): void {
  put(row, Math.log1p(block.length))
  put(row, block.linked)
  put(row, block.isHeading ? 1 : 0)
  put(row, block.first || block.second ? 1 : 0)
  put(row, block.endsSentence ? 1 : 0)
}

// ---- where it stands

type Known = {
  readonly depth: number
  readonly own: number
  readonly near: number
  readonly any: number
  readonly within: number
  readonly article: Element | null
  readonly main: Element | null
  /** How far up the nearest element stands that holds the heading; -1 where there is none. */
  readonly levels: number
  /** What is measured of it and those above it, as many as asked; the body stands for those that are missing. */
  readonly around: readonly (readonly number[])[]
}

const levelsAround = 4

/** What is known of each element, from what is known of the one above it: blocks share most of those. */
function knower(body: Element, headings: ReadonlySet<Element>, wholes: Wholes): (element: Element) => Known {
  const known = new Map<Element, Known>()
  const bitsByName = new Map<string, number>()
  const ofBody: Known = {
    depth: 0,
    own: 0,
    near: 0,
    any: 0,
    within: 0,
    article: null,
    main: null,
    levels: headings.size === 0 ? -1 : 0,
    around: Array.from({ length: levelsAround }, () => wholes.numbersOf(body)),
  }
  const know = (element: Element | null): Known => {
    if (element === null || element.localName === 'body') return ofBody
    const before = known.get(element)
    if (before) return before
    const above = know(element.parentElement)
    let ownBits = 0
    if (element.hasAttributes())
      for (const key of nameKeys) {
        const called = element.getAttribute(key)
        if (called) ownBits |= bitsOf(called, bitsByName)
      }
    const { localName } = element
    const grand = element.parentElement?.parentElement
    const found: Known = {
      depth: above.depth + 1,
      own: ownBits,
      near: ownBits | above.own | (grand ? (known.get(grand)?.own ?? 0) : 0),
      any: above.any | ownBits,
      within: above.within | withinRules.of(localName),
      article: localName === 'article' ? element : above.article,
      main: localName === 'main' || element.getAttribute('role') === 'main' ? element : above.main,
      levels: headings.size === 0 ? -1 : headings.has(element) ? 0 : above.levels + 1,
      around: [wholes.numbersOf(element), ...above.around.slice(0, levelsAround - 1)],
    }
    known.set(element, found)
    return found
  }
  return know
}

/** Where authors of pages say what an element is. */
const nameKeys = ['class', 'id', 'itemprop', 'role', 'data-testid']

/** For most words it saves asking each of the rules. */
const anyName = new RegExp(nameRules.map(({ source }) => source).join('|'), 'i')

/** Most elements share their names with others, and most names their words: no rule looks beyond a word. */
function bitsOf(called: string, known: Map<string, number>): number {
  const before = known.get(called)
  if (before !== undefined) return before
  let bits = 0
  if (/\s/.test(called)) for (const word of called.split(/\s+/)) bits |= bitsOf(word, known)
  else if (anyName.test(called))
    bits = nameRules.reduce((sum, rule, n) => (rule.test(called) ? sum | (1 << n) : sum), 0)
  known.set(called, bits)
  return bits
}

type Group = { many: number; length: number; linked: number; second: number }

/** For each block, what those have in common that are built like it. */
function measureGroups(numbers: readonly number[], blocks: readonly Block[]): Group[] {
  const groups: Group[] = []
  return numbers.map((number, at) => {
    const group = (groups[number] ??= { many: 0, length: 0, linked: 0, second: 0 })
    const block = blocks[at] ?? nothing
    group.many += 1
    group.length += block.length
    group.linked += block.linked
    group.second += block.second ? 1 : 0
    return group
  })
}

function putGroup(row: Row, all: number, { many, length, linked, second }: Group = noGroup): void {
  put(row, Math.log1p(many))
  put(row, length / many)
  put(row, linked / many)
  put(row, second / many)
  put(row, length / (all + 1))
}

const noGroup: Group = { many: 1, length: 0, linked: 0, second: 0 }

/** For each block, the level of the heading above it, how far above it stands, and the last one that leads elsewhere, and what it says. */
function underHeadings(blocks: readonly Block[], list: readonly Paragraph[]): number[][] {
  let says = 0
  let level = 0
  let since = farthest
  let sinceOthers = farthest
  return blocks.map((block, at) => {
    if (block.isHeading) {
      says = block.says
      level = Number(list[at]?.block.localName.slice(1))
      since = 0
      if ((says & leadsAway) !== 0) sinceOthers = 0
      else if (level <= 2) sinceOthers = farthest
    }
    const row = [level, since, sinceOthers, says & 1, (says >> 1) & 1, (says >> 2) & 1]
    since = Math.min(farthest, since + 1)
    sinceOthers = Math.min(farthest, sinceOthers + 1)
    return row
  })
}

const farthest = 50
/** The first three sayings. */
const leadsAway = 7

function clipped(blocks: number): number {
  return Math.max(-farthest, Math.min(farthest, blocks))
}

function distanceTo(sorted: readonly number[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return Math.min(100, Math.abs((sorted[low] ?? Infinity) - at), Math.abs(at - (sorted[low - 1] ?? -Infinity)))
}

// ---- the page

function aboutPage({ body, url, kinds, isArticle, list }: Page, blocks: readonly Block[], all: number): number[] {
  const path = pathOf(url)
  const long = blocks.filter(({ length, linked }) => length > 120 && linked < 0.3)
  const share = (is: (block: Block) => boolean) =>
    blocks.reduce((sum, block) => sum + (is(block) ? block.length : 0), 0) / (all + 1)
  return [
    isArticle ? 1 : 0,
    ...kindRules.map((rule) => (rule.test(kinds) ? 1 : 0)),
    ...pathRules.map((rule) => (rule.test(path) ? 1 : 0)),
    path.split('/').length - 1,
    path.length,
    list.length,
    Math.log1p(all),
    all / (list.length + 1),
    long.length,
    share(({ length, linked }) => length > 120 && linked < 0.3),
    share(({ linked }) => linked > 0.7),
    share(({ first }) => first),
    share(({ second }) => second),
    blocks.filter(({ isPrice }) => isPrice).length / (blocks.length + 1),
    list.filter(({ block }) => block.localName === 'pre').length,
    body.querySelectorAll('article').length,
    body.querySelectorAll('h1').length,
    body.querySelectorAll('h2').length,
    body.querySelectorAll('time').length,
    share(({ isHeading }) => isHeading),
  ]
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname.toLowerCase()
  } catch {
    return '' // no address: nothing to be told from it
  }
}
