// Does what came with a refusal ask for proof that a person is reading? Looked for in markup that is never shown: by what such pages say, and by
// what the riddles of all makers are called.
import type { Failure } from '../../preload/failure.ts'
import { robotWords } from '../../preload/robotWords.ts'
import { markupWords } from './markupWords.ts'

type Refusal = Extract<Failure, { code: 'http-status' }>

/** Sites that ask do it with these; what a missing page says of itself is of no interest. */
const asking: ReadonlySet<number> = new Set([403, 405, 429, 503])
/** Of a refusal so much is read. */
export const refusalBytes = 300_000
/** Longer than any such page: one that speaks of captchas at length is something else. */
const mostCharacters = 2_500
const boxes = /<(?:div|form|iframe|script|section|main|img|input|p|span)\b[^<>]*/gi
/** Of what stands in such a tag so much is looked at. */
const longestTag = 1_000
const riddle =
  /\b(?:id|class|src|action|name)\s*=\s*(?:"[^"]*|'[^']*|[^\s>]*)(?:captcha|challenge|turnstile|human-?(?:check|verification)|bot-?(?:check|detection|verification))/i

export function mayAskForProof(failure: Failure): failure is Refusal {
  return failure.code === 'http-status' && asking.has(failure.status)
}

/** The refusal as it is said: with what its page asks for, where it asks for anything. */
export function readRefusal(refusal: Refusal, markup: string): Refusal {
  return asksForProof(markup) ? { ...refusal, asksForProof: true } : refusal
}

function asksForProof(markup: string): boolean {
  const shown = markupWords(markup)
  if (shown.length > mostCharacters) return false
  // What asks a browser without scripts is often all that the markup says.
  const unscripted = [...markup.matchAll(/<noscript\b[^<>]*>([^]*?)(?:<\/noscript>|$)/gi)].map(([, text]) => text)
  return (
    robotWords.test(`${shown} ${unscripted.join(' ').slice(0, mostCharacters)}`) ||
    [...markup.matchAll(boxes)].some(([tag]) => riddle.test(tag.slice(0, longestTag)))
  )
}
