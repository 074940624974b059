// A line of the page's words for the window's own lists: its title, its first sentences. Never longer than asked for, never more than a line.

const longestWord = 30

export function clipped(text: string | undefined, characters: number): string | undefined {
  // Controls and marks that turn the direction of what follows would change the window's own text.
  const plain = text
    ?.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!plain) return undefined
  // A character is two units at most: so many hold one more than is asked for, however long the text is.
  const points = [...wellFormed(plain).slice(0, 2 * characters + 2)]
  return points.length <= characters ? points.join('') : `${cut(points, characters).trimEnd()}…`
}

/** What fits beside the three dots, after a whole word; where the last one is very long or words are not spaced, between characters. */
function cut(points: readonly string[], characters: number): string {
  const end = points.slice(0, characters).lastIndexOf(' ')
  return points.slice(0, end > characters - longestWord ? end : characters - 1).join('')
}

/** Half a surrogate pair cannot be written as UTF-8. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}
