// What a page shows where its article should be: a door of some kind, and how much it says there is behind it. Read before anything is
// taken away, because walls are just what the later steps take for furniture.
import { findCalled } from './called.ts'
import type { Draft } from './draft.ts'
import { hasType, list, textOf, type LinkedObject } from './jsonLd.ts'
import { isHidden } from './layoutMarks.ts'
import { hasText } from './measureText.ts'
import { visibleText } from './visibleText.ts'
import { countWords } from './words.ts'

export type WallMarks = {
  /** The beginning of all that can be seen, whatever becomes the article. */
  readonly opening: string
  /** Something that tells people from robots. */
  readonly hasChallenge: boolean
  readonly asksForPassword: boolean
  /** Something is called a pay wall. */
  readonly hasPayWall: boolean
  /** What seems to be the length of the whole text, in words; absent when the page gives no hint. */
  readonly wholeWords?: number
}

export const noMarks: WallMarks = { opening: '', hasChallenge: false, asksForPassword: false, hasPayWall: false }

export function wallMarks(draft: Draft) {
  const { document, linked, called } = draft
  const { body } = document
  const isSeen = seenOnce()
  const seen = (draft.seen = visibleText(body))
  const wholeWords = lengthOfWhole(document, linked, isSeen, seen)
  const find = (selectors: readonly string[]) => [...findCalled(body, selectors, called)].filter(isSeen)
  draft.wall = {
    opening: beginningOf(seen),
    hasChallenge: find(challenge).length > 0 || find(['iframe']).some(isChallenge),
    asksForPassword: find([passwordField]).length > 0,
    hasPayWall: find(payWall).some(hasText),
    ...(wholeWords > 0 && { wholeWords }),
  }
}

const openingCharacters = 3_000

/** The same as if all of it had been folded. */
function beginningOf(text: string): string {
  for (let many = 4 * openingCharacters; ; many *= 4) {
    const folded = text.slice(0, many).replace(/\s+/g, ' ').trimStart()
    if (folded.length > openingCharacters) return folded.slice(0, openingCharacters)
    if (many >= text.length) return folded.trimEnd()
  }
}

function isChallenge(frame: Element): boolean {
  return /recaptcha|hcaptcha|challenges\.cloudflare\.com|captcha-delivery\.com|arkoselabs/.test(
    frame.getAttribute('src') ?? '',
  )
}

const challenge = [
  '.g-recaptcha',
  '.h-captcha',
  '.cf-turnstile',
  '#challenge-form',
  '#challenge-running',
  '#cf-challenge-running',
  '#px-captcha',
  '[id*="captcha" i]',
  '[class*="captcha" i]',
  '[class~="challenge" i]',
]

const passwordField = 'input[type=password]'

const payWall = [
  '[class*="paywall" i]',
  '[id*="paywall" i]',
  '[class*="regwall" i]',
  '[class*="piano-" i]',
  '[class*="subscriber-only" i]',
  '[class*="metered" i]',
  '[data-testid*="paywall" i]',
]

type IsSeen = (element: Element) => boolean

/** Asks every element once, however often it is somebody's ancestor. */
function seenOnce(): IsSeen {
  const known = new Map<Element, boolean>()
  const isSeen: IsSeen = (element) => {
    const before = known.get(element)
    if (before !== undefined) return before
    const is = !isHidden(element) && (element.parentElement === null || isSeen(element.parentElement))
    known.set(element, is)
    return is
  }
  return isSeen
}

/** At the pace at which sites work out how long one reads. */
const wordsAMinute = 230
/** A page that says it takes longer than this speaks of something else. */
const longestMinutes = 90

function lengthOfWhole(document: Document, linked: readonly LinkedObject[], isSeen: IsSeen, seen: string): number {
  const stated = linked
    .filter((object) => hasType(object, /Article|Posting|Report/))
    .map((object) => Math.max(numberIn(object['wordCount']), countWords(textOf(object['articleBody']) ?? '')))
  const all = [...document.querySelectorAll(':is(article, main, [itemprop=articleBody]) p')]
  const written = all.every(isSeen) ? 0 : countWords(all.map((one) => one.textContent ?? '').join('\n'))
  return Math.max(0, written, ...stated, minutesToRead(document, seen) * wordsAMinute)
}

function numberIn(value: unknown): number {
  const [first] = list(value)
  const number = typeof first === 'number' ? first : typeof first === 'string' ? Number(first.replace(/[,. ]/g, '')) : 0
  return Number.isFinite(number) && number < 1_000_000 ? number : 0
}

function minutesToRead(document: Document, seen: string): number {
  const labelled = [...document.querySelectorAll('meta[name^="twitter:label"]')].find((meta) =>
    /reading time|lesezeit|temps de lecture|tiempo de lectura/i.test(meta.getAttribute('content') ?? ''),
  )
  const name = labelled?.getAttribute('name')?.replace('label', 'data')
  const value = name ? document.querySelector(`meta[name="${CSS.escape(name)}"]`)?.getAttribute('content') : undefined
  const said =
    value ??
    /\b\d{1,2}[- ]min(?:ute)?s?[- ](?:read|reading|lesezeit|de lecture|de lectura)\b/i.exec(seen.slice(0, 20_000))?.[0]
  const minutes = Number(/\d{1,3}/.exec(said ?? '')?.[0] ?? 0)
  return minutes <= longestMinutes ? minutes : 0
}
