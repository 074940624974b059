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
  const sorted = [...shown].sort((a, b) => compareParts(a.tag.split('/'), b.tag.split('/')))
  return sorted
    .filter(({ tag }) => !parentsOf(tag).some((parent) => closed.has(parent)))
    .map(({ tag, count }) => {
      const parts = tag.split('/')
      return {
        tag,
        count,
        name: parts.at(-1) ?? tag,
        depth: parts.length - 1,
        hasChildren: shown.some((other) => other.tag.startsWith(`${tag}/`)),
      }
    })
}

function parentsOf(tag: string): string[] {
  const parts = tag.split('/')
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = (a[index] ?? '').localeCompare(b[index] ?? '')
    if (order !== 0) return order
  }
  return a.length - b.length
}
