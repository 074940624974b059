// An ingredient and how much of it, a part and its number: rows of a few short cells, whatever they are made of. Each cell by itself looks like a
// label, and one that stands on the page several times ("2", "50 g") like furniture; where most rows are content they are so whole.
import { linkShare, lookOf } from './measureText.ts'
import type { Paragraph } from './text.ts'

/** Completes rows of cells. `mayStay` says of a paragraph that no rule would have taken it away. */
export function keepCells(
  list: readonly Paragraph[],
  kept: readonly boolean[],
  mayStay: (at: number) => boolean,
): boolean[] {
  const completed = [...kept]
  const rows = new Map<Element, number[]>()
  const boxes = new Map<Element, Set<Element>>()
  list.forEach(({ block, text }, at) => {
    if (text.length > longestCell) return
    for (let row: Element | null = block, up = 0; row && up < mostUp; row = row.parentElement, up++) {
      const box: Element | null = row.parentElement
      if (!box || box.localName === 'body') return
      const cells = rows.get(row)
      if (cells) cells.push(at)
      else rows.set(row, [at])
      const own = boxes.get(box)
      if (own) own.add(row)
      else boxes.set(box, new Set([row]))
    }
  })
  for (const [box, some] of boxes) {
    const all = [...some].filter((row) => isRow(row, rows.get(row) ?? [], list))
    if (all.length < fewRows || all.length < nearlyAll * box.childElementCount) continue
    const isOfCells = all.some((row) => (rows.get(row)?.length ?? 0) > 1)
    if (!isBuiltAlike(all, isOfCells ? 1 : 2)) continue
    const has = (row: Element) => rows.get(row)?.some((at) => kept[at]) === true
    if (all.filter(has).length < mostly * all.length) continue
    for (const row of all) for (const at of rows.get(row) ?? []) if (mayStay(at)) completed[at] = true
  }
  return completed
}

function isRow(row: Element, cells: readonly number[], list: readonly Paragraph[]): boolean {
  if (cells.length === 0 || cells.length > mostCells) return false
  const length = cells.reduce((sum, at) => sum + (list[at]?.text.length ?? 0), 0)
  if ((row.textContent ?? '').replace(/\s+/g, '').length > length) return false // it holds more than its cells
  return !row.querySelector('button, input, select, img, h1, h2, h3') && linkShare(row) < mostLinked
}

/** Of one kind, or of two or three that take turns; of a single cell each, one kind is a list of lines. */
function isBuiltAlike(rows: readonly Element[], leastKinds: number): boolean {
  const looks = new Map<string, number>()
  for (const row of rows) looks.set(lookOf(row), (looks.get(lookOf(row)) ?? 0) + 1)
  return looks.size >= leastKinds && looks.size <= mostKinds && [...looks.values()].every((many) => many >= fewRows)
}

const mostUp = 4
const fewRows = 3
const mostCells = 4
const mostKinds = 3
/** Of what stands in their box. */
const nearlyAll = 0.8
const mostly = 0.6
const mostLinked = 0.3
/** Characters. */
const longestCell = 80
