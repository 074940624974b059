// Chance that can be repeated: the seed stands in the names of the tests that use it.

export const isSoak = process.env.OFFPRINT_SOAK === '1'
export const seed = Number(process.env.OFFPRINT_SEED ?? Date.now() % 1_000_000)

export type Random = {
  /** 0 to 1, without 1. */
  next(): number
  /** 0 to below. */
  below(limit: number): number
  pick<T>(items: readonly T[]): T
}

/** mulberry32 */
export function randomFrom(start: number): Random {
  let state = start
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to pick from.')
      return item
    },
  }
}
