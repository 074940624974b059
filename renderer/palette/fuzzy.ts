// How well a name answers to what was typed: all its letters, in order. Beginnings of words and neighbours count most.

/** Higher is better; undefined when a letter is missing. */
export function fuzzy(name: string, typed: string): number | undefined {
  const plainName = plain(name)
  let score = 0
  let at = 0
  let previous = -2
  for (const letter of plain(typed)) {
    if (letter === ' ') continue
    const found = bestPlace(plainName, letter, at, previous)
    if (found < 0) return undefined
    const isStart = found === 0 || plainName[found - 1] === ' '
    score += found === previous + 1 ? 6 : isStart ? 5 : 1
    previous = found
    at = found + 1
  }
  return score - plainName.length / 100 - (previous - typed.length) / 50
}

/** The next letter beside the last one, else at the start of a word, else anywhere. */
function bestPlace(name: string, letter: string, from: number, previous: number): number {
  if (name[previous + 1] === letter && previous + 1 >= from) return previous + 1
  const start = name.indexOf(` ${letter}`, Math.max(0, from - 1))
  const any = name.indexOf(letter, from)
  if (start >= 0 && any >= 0 && start + 1 - any < 24) return start + 1
  return any
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
