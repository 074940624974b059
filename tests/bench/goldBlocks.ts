// Which blocks of a page stand in its gold text: what the choice of blocks is to learn.

/** For each block 0 to 1. */
export function goldShares(blocks: readonly string[], gold: string): number[] {
  const goldWords = wordsOf(gold)
  const threes = new Set(runsOfThree(goldWords))
  const lines = countOf(gold.split('\n').map((line) => wordsOf(line).join(' ')))
  const whole = ` ${goldWords.join(' ')} `
  const used = new Map<string, number>()
  const shares = blocks.map((block) => {
    const words = wordsOf(block)
    const key = words.join(' ')
    if (key === '') return 0
    const time = (used.get(key) ?? 0) + 1
    used.set(key, time)
    // What stands in the gold text once is there for the first of two equal blocks.
    if (time > Math.max(1, timesIn(whole, ` ${key} `))) return 0
    if (words.length < few) return time <= (lines.get(key) ?? 0) ? 1 : whole.includes(` ${key} `) ? maybe : 0
    const runs = runsOfThree(words)
    return runs.filter((run) => threes.has(run)).length / runs.length
  })
  // A word or two may stand in the gold text by chance; then its neighbours do not.
  return shares.map((share, at) => (share === maybe ? (isAmongGold(shares, at) ? 1 : 0) : share))
}

const few = 4
const maybe = -1

function isAmongGold(shares: readonly number[], at: number): boolean {
  const clear = (step: number) => {
    for (let n = at + step, left = 6; n >= 0 && n < shares.length && left > 0; n += step, left--)
      if (shares[n] !== maybe) return (shares[n] ?? 0) > 0.5
    return false
  }
  return clear(-1) && clear(1)
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
}

function runsOfThree(words: readonly string[]): string[] {
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`)
}

function timesIn(whole: string, key: string): number {
  let times = 0
  for (let at = whole.indexOf(key); at >= 0; at = whole.indexOf(key, at + key.length - 1)) times++
  return times
}

export function countOf(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
