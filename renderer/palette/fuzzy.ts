// How well a name answers to what was typed: all its letters, in order. Beginnings of words and neighbours count most.
import { plainLetters } from '../library/plainLetters.ts'

/** Higher is better; undefined when a letter is missing. */
export function fuzzy(name: string, typed: string): number | undefined {
  const plainName = plain(name)
  const letters = [...plain(typed).replaceAll(' ', '')]
  // Preferring beginnings may run past the last place of a letter; then the first place of each will do.
  const places =
    placesOf(plainName, letters, bestPlace) ?? placesOf(plainName, letters, (all, one, at) => all.indexOf(one, at))
  if (!places) return undefined
  let score = 0
  places.forEach((place, index) => {
    const isStart = place === 0 || plainName[place - 1] === ' '
    score += index > 0 && place === (places[index - 1] ?? 0) + 1 ? 6 : isStart ? 5 : 1
  })
  return score - plainName.length / 100 - ((places.at(-1) ?? -2) - typed.length) / 50
}

type Find = (name: string, letter: string, from: number, previous: number) => number

function placesOf(name: string, letters: readonly string[], find: Find): readonly number[] | undefined {
  const places: number[] = []
  for (const letter of letters) {
    const previous = places.at(-1) ?? -2
    const place = find(name, letter, Math.max(0, previous + 1), previous)
    if (place < 0) return undefined
    places.push(place)
  }
  return places
}

/** The next letter beside the last one, else at the start of a word, else anywhere. */
function bestPlace(name: string, letter: string, from: number, previous: number): number {
  if (name[previous + 1] === letter && previous + 1 >= from) return previous + 1
  const any = name.indexOf(letter, from)
  if (any === 0) return 0
  const start = name.indexOf(` ${letter}`, Math.max(0, from - 1))
  if (start >= 0 && any >= 0 && start + 1 - any < 24) return start + 1
  return any
}

function plain(text: string): string {
  return plainLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
