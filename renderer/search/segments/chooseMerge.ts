// Which parts of the index are to become one next: several of like size, or one that has lost much of what it held.
import { smallArticles, type HeldPart } from './heldParts.ts'

/** So many parts of like size become one while the library is taken in: what is written then is written anew as seldom as can be. */
const partsAtOnce = 8
/** A part is written anew without what was removed from it when that is more than this share. */
const goneShare = 0.3
/** A part that holds at least one of so many of what the largest holds is merged with it: so often the largest is written anew while the library doubles. */
const besideLargest = 4

type Sized = Pick<HeldPart, 'slots' | 'goneCount'>

/** Undefined when all is well. None of the parts is empty. `isComplete`: the library has been taken in, and each part costs every question. */
export function chooseMerge<T extends Sized>(parts: readonly T[], isComplete: boolean): readonly T[] | undefined {
  const several = isComplete ? (smallest(parts) ?? heaviest(parts)) : alike(parts)
  if (several) return several
  const worn = parts.find(
    ({ goneCount, slots }) => slots.length >= smallArticles && goneCount > goneShare * slots.length,
  )
  return worn && [worn]
}

function alike<T extends Sized>(parts: readonly T[]): readonly T[] | undefined {
  const tiers = new Map<number, T[]>()
  for (const part of parts) {
    const tier = Math.floor(Math.log2(livingIn(part)) / 3)
    tiers.set(tier, [...(tiers.get(tier) ?? []), part])
  }
  const lowest = [...tiers.keys()].sort((a, b) => a - b)
  return lowest.map((tier) => tiers.get(tier) ?? []).find((ones) => ones.length >= partsAtOnce)
}

/** As many as make a part three times as large as the largest of them: so an article is written anew a dozen times at most, however many are added. */
function smallest<T extends Sized>(parts: readonly T[]): readonly T[] | undefined {
  const ascending = [...parts].sort((a, b) => livingIn(a) - livingIn(b))
  let together = 0
  let count = 0
  for (const [at, part] of ascending.entries()) {
    if (at > 1 && livingIn(part) * 2 <= together) count = at + 1
    together += livingIn(part)
  }
  return count > 0 ? ascending.slice(0, count) : undefined
}

/** The largest with all that is not small beside it: nearly every question is answered by a single part then. */
function heaviest<T extends Sized>(parts: readonly T[]): readonly T[] | undefined {
  const most = Math.max(0, ...parts.map(livingIn))
  const heavy = parts.filter((part) => livingIn(part) >= smallArticles && livingIn(part) * besideLargest >= most)
  return heavy.length > 1 ? heavy : undefined
}

function livingIn({ slots, goneCount }: Sized): number {
  return slots.length - goneCount
}
