// How extracted text and facts are scored against gold: as the sets' own scorers do, so that figures can be held against those of others.
import type { Gold } from './collectRows.ts'
import { countOf } from './goldBlocks.ts'
import type { Examination } from '../../preload/extraction.ts'

/** `found` is undefined for a page that was refused. */
export type Scored = { readonly gold: Gold; readonly found: Examination | undefined }

/** F1 over word counts, averaged over pages. */
export function scoresByWords(scored: readonly Scored[]): number {
  return mean(
    scored.map(({ gold, found }) => {
      const { precision, recall } = overlap(
        words(gold.text.toLowerCase()),
        words(found?.textWithoutCaptions.toLowerCase() ?? ''),
      )
      return harmonic(precision ?? 0, recall ?? 0)
    }),
  )
}

/** Precision and recall over runs of four words, each averaged over pages, then F1. */
export function scoresByShingles(scored: readonly Scored[]): number {
  const each = scored.map(({ gold, found }) => overlap(shingles(gold.text), shingles(found?.textWithoutCaptions ?? '')))
  const known = (values: readonly (number | undefined)[]) => values.filter((value) => value !== undefined)
  return harmonic(mean(known(each.map(({ precision }) => precision))), mean(known(each.map(({ recall }) => recall))))
}

/** Of the pages whose gold has the fact: the share that is right, and the share of those where anything was given. */
export function ratesOf(
  scored: readonly Scored[],
  wanted: (gold: Gold) => string | null | undefined,
  given: (found: Examination) => string | undefined,
  same: (text: string) => string,
): { right: number; rightOfGiven: number; n: number } {
  const pairs = scored.flatMap(({ gold, found }) => {
    const want = wanted(gold)
    return want ? [{ want, got: (found && given(found)) || undefined }] : []
  })
  const right = pairs.filter(({ want, got }) => got !== undefined && same(want) === same(got)).length
  const many = pairs.filter(({ got }) => got !== undefined).length
  return { right: right / Math.max(1, pairs.length), rightOfGiven: right / Math.max(1, many), n: pairs.length }
}

/** Case, spaces and punctuation do not count. */
export function fold(text: string): string {
  return words(text.normalize('NFKD').toLowerCase()).join(' ')
}

/** Undefined where there is nothing to divide by. */
function overlap(
  gold: readonly string[],
  found: readonly string[],
): { precision: number | undefined; recall: number | undefined } {
  const wanted = countOf(gold)
  let right = 0
  for (const [one, many] of countOf(found)) right += Math.min(many, wanted.get(one) ?? 0)
  if (gold.length === 0 && found.length === 0) return { precision: 1, recall: 1 }
  return {
    precision: found.length === 0 ? undefined : right / found.length,
    recall: gold.length === 0 ? undefined : right / gold.length,
  }
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? []
}

function shingles(text: string): string[] {
  const all = words(text)
  if (all.length === 0) return []
  return Array.from({ length: Math.max(1, all.length - 3) }, (_, at) => all.slice(at, at + 4).join(' '))
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}

function mean(all: readonly number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / (all.length || 1)
}
