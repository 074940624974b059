// From chances to a choice: the set of blocks whose expected F1 is the highest.

/** Which blocks to keep. `lengths` are what each block counts. On a page of doubtful blocks more of them are kept than on one of clear ones. */
export function bestSet(chances: readonly number[], lengths: readonly number[]): boolean[] {
  const order = chances.map((_, at) => at).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0))
  const expected = chances.reduce((sum, chance, at) => sum + chance * (lengths[at] ?? 0), 0)
  let [right, taken, best, many] = [0, 0, 0, 0]
  order.forEach((at, n) => {
    right += (chances[at] ?? 0) * (lengths[at] ?? 0)
    taken += lengths[at] ?? 0
    const score = (2 * right) / (taken + expected + 1)
    if (score > best) [best, many] = [score, n + 1]
  })
  const edge = chances[order[many - 1] ?? -1] ?? 1
  const least = Math.min(mostNeeded, Math.max(leastNeeded, edge))
  return chances.map((chance) => chance >= least)
}

/** What is likelier than not is kept, what is very unlikely is not, whatever the sums say. */
const mostNeeded = 0.5
const leastNeeded = 0.2
