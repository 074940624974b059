// Which parts of the index are to become one next: several of like size, or one that has lost much of what it held.
import { smallArticles, type HeldPart } from './heldParts.ts'

/** So many parts of like size become one. */
const partsAtOnce = 8
/** A part is written anew without what was removed from it when that is more than this share. */
const goneShare = 0.3

/** Undefined when all is well. None of the parts is empty. */
export function chooseMerge(parts: readonly HeldPart[]): readonly HeldPart[] | undefined {
  const tiers = new Map<number, HeldPart[]>()
  for (const part of parts) {
    const tier = Math.floor(Math.log2(part.slots.length - part.goneCount) / 3)
    tiers.set(tier, [...(tiers.get(tier) ?? []), part])
  }
  const lowest = [...tiers.keys()].sort((a, b) => a - b)
  const full = lowest.map((tier) => tiers.get(tier) ?? []).find((alike) => alike.length >= partsAtOnce)
  if (full) return full
  const worn = parts.find(
    ({ goneCount, slots }) => slots.length >= smallArticles && goneCount > goneShare * slots.length,
  )
  return worn && [worn]
}
