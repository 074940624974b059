// All that match, in the order in which the library lists them: the index holds in memory what a list of a hundred thousand is read from the disk for.
import type { FactTable } from './factTable.ts'

/** `mask`: a bit for each slot. The newest first, of those saved in the same instant the lower id first. The ids one behind the other. */
export function listed(mask: Uint32Array, facts: FactTable): string {
  const { savedAt } = facts.columns
  const slots: number[] = []
  for (let word = 0; word < mask.length; word++)
    for (let bits = mask[word]!; bits !== 0; bits &= bits - 1) slots.push((word << 5) + 31 - Math.clz32(bits & -bits))
  slots.sort((a, b) => savedAt[b]! - savedAt[a]! || (facts.idAt(a) < facts.idAt(b) ? -1 : 1))
  return slots.map((slot) => facts.idAt(slot)).join('')
}
