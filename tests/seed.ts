// For tests that run in Node: how long chance goes on, and from where. The seed stands in the names of the tests that use it.

export const isSoak = process.env.OFFPRINT_SOAK === '1'
export const seed = Number(process.env.OFFPRINT_SEED ?? Date.now() % 1_000_000)
