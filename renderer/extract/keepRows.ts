// Rows that are built alike say the same kinds of things in the same places: where most of a row's like keep a line, it is no furniture in the others.
import { linkShare, lookOf } from './measureText.ts'
import type { Paragraph } from './text.ts'

/** Completes rows of which something is kept. `mayStay` says of a paragraph that no rule would have taken it away. */
export function keepRows(
  list: readonly Paragraph[],
  kept: readonly boolean[],
  mayStay: (at: number) => boolean,
): boolean[] {
  const places = new Map<Element, Map<string, number[]>>()
  const withText = new Set<Element>()
  const looks = new Map<Element, string>()
  list.forEach(({ block }, at) => {
    let path = ''
    let row: Element | null = block
    for (let up = 0; up < mostUp && row; up++, row = row.parentElement) {
      path = `${knownLook(row, looks)}>${path}`
      const rows = row.parentElement
      if (!rows || rows.localName === 'body') break
      if (kept[at]) withText.add(rows)
      if (up === 0 || !row.hasAttribute('class')) continue
      const own = places.get(rows) ?? new Map<string, number[]>()
      places.set(rows, own)
      const same = own.get(path)
      if (same) same.push(at)
      else own.set(path, [at])
    }
  })
  const isBesideText = (paragraph: Paragraph | undefined) => {
    const around = paragraph?.block.parentElement
    return around != null && withText.has(around)
  }
  const completed = [...kept]
  for (const own of places.values())
    for (const same of own.values()) {
      const many = same.filter((at) => kept[at]).length
      if (same.length < fewRows || many === same.length || many < mostly * same.length) continue
      for (const at of same) if (mayStay(at) && isRead(list[at]) && isBesideText(list[at])) completed[at] = true
    }
  return completed
}

function isRead(paragraph: Paragraph | undefined): boolean {
  return (
    paragraph !== undefined &&
    paragraph.text.length <= longestLine &&
    linkShare(paragraph.block) < mostLinked &&
    /\p{L}{2}/u.test(paragraph.text)
  )
}

function knownLook(element: Element, known: Map<Element, string>): string {
  let look = known.get(element)
  if (look === undefined) known.set(element, (look = lookOf(element)))
  return look
}

const mostUp = 4
const fewRows = 3
const mostly = 0.6
const mostLinked = 0.3
/** Characters: who speaks, when, what it is called; what is longer is chosen by itself. */
const longestLine = 120
