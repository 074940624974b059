// Tags that may be one and the same, written in two ways: harbour and Harbours, to-read and toread, fisching and fishing.
import { plainLetters } from './plainLetters.ts'
import type { TagCount } from './tags.ts'

export type Alike = {
  /** The one that more articles have. */
  readonly keep: string
  readonly other: string
}

/** Each is compared with each; whoever has more looks for the rest by name. */
const mostCompared = 600

/** The most used first; each tag is the `other` of one pair at most. */
export function similarTags(counts: readonly TagCount[]): readonly Alike[] {
  const sorted = counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || order(a.tag, b.tag))
    .slice(0, mostCompared)
    .map(({ tag }) => ({ tag, plainTag: plain(tag) }))
  const taken = new Set<string>()
  const pairs: Alike[] = []
  for (const [index, { tag: keep, plainTag }] of sorted.entries()) {
    if (taken.has(keep)) continue
    for (const { tag: other, plainTag: plainOther } of sorted.slice(index + 1)) {
      if (taken.has(other) || isNested(keep, other) || !areAlike(plainTag, plainOther)) continue
      taken.add(other)
      pairs.push({ keep, other })
    }
  }
  return pairs
}

function areAlike(plainA: string, plainB: string): boolean {
  if (plainA === plainB) return true
  // Numbers tell years and volumes apart, however alike they look.
  if (plainA.replace(/\D/g, '') !== plainB.replace(/\D/g, '')) return false
  const shortest = Math.min(plainA.length, plainB.length)
  if (shortest < 5 || Math.abs(plainA.length - plainB.length) > 2) return false
  return distance(plainA, plainB) <= (shortest < 9 ? 1 : 2)
}

function plain(tag: string): string {
  return plainLetters(tag)
    .split('/')
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, '').replace(/(?<=\p{L}{3})s$/u, ''))
    .join('/')
}

function isNested(a: string, b: string): boolean {
  return a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
}

function order(a: string, b: string): number {
  return a < b ? -1 : 1
}

/** Letters put in, left out, exchanged, or two that changed places. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
