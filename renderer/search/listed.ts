// All that match, in the order in which the library lists them: the index holds in memory what a list of a hundred thousand is read from the disk for.
import type { FactTable } from './factTable.ts'

/** `mask`: a bit for each slot. The ids in the order of `newestFirst`, one behind the other. */
export function listed(mask: Uint32Array, facts: FactTable): string {
  return facts.idsAt(facts.newestFirst().filter((slot) => ((mask[slot >> 5]! >>> (slot & 31)) & 1) === 1))
}
