// Where some characters stand in the text, whatever their case and accents.
import { rangeIn, type Paragraph } from '../../extract/text.ts'

/** More would be noise, and each costs time to draw. */
const most = 2_000

export function findText(list: readonly Paragraph[], text: string): Range[] {
  const wanted = fold(text).text.trim()
  const ranges: Range[] = []
  if (wanted === '') return ranges
  for (const paragraph of list) {
    const { text: folded, places } = fold(paragraph.text)
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const range = rangeIn(paragraph, places[at]!, places[at + wanted.length - 1]! + 1)
      if (range) ranges.push(range)
      if (ranges.length >= most) return ranges
    }
  }
  return ranges
}

/** With the place of each character that is left. */
function fold(text: string): { text: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const plain = character
      .normalize('NFKD')
      .replace(/[\p{M}\u00ad]/gu, '')
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .replace(/[“”„]/g, '"')
      .replace(/\s/g, ' ')
    folded += plain
    for (let n = 0; n < plain.length; n++) places.push(at)
    at += character.length
  }
  return { text: folded, places }
}
