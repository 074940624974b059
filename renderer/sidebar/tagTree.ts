// The tags as the sidebar lists them: depth first, by name; `a/b` below `a`.
import type { TagCount } from '../library/tags.ts'

export type TagItem = {
  readonly tag: string
  /** The last part of the name. */
  readonly name: string
  readonly count: number
  readonly depth: number
  readonly hasChildren: boolean
}

/** `closed`: tags whose children are folded away. */
export function tagTree(counts: readonly TagCount[], closed: ReadonlySet<string>): readonly TagItem[] {
  const shown = counts.filter(({ count }) => count > 0)
  const parents = new Set(shown.flatMap(({ tag }) => parentsOf(tag)))
  return shown
    .map(({ tag, count }) => ({ tag, count, parts: tag.split('/') }))
    .sort((a, b) => compareParts(a.parts, b.parts))
    .filter(({ tag }) => !parentsOf(tag).some((parent) => closed.has(parent)))
    .map(({ tag, count, parts }) => ({
      tag,
      count,
      name: parts.at(-1) ?? tag,
      depth: parts.length - 1,
      hasChildren: parents.has(tag),
    }))
}

function parentsOf(tag: string): string[] {
  const parts = tag.split('/')
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Made once: to ask a text by itself takes ten times as long. */
const collator = new Intl.Collator()

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = collator.compare(a[index] ?? '', b[index] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}
