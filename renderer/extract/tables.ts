// A table that only lays out the page becomes what it holds; a table of data stays one.
import type { Draft } from './draft.ts'

export function tables({ article }: Draft) {
  // Inner tables first: what they are decides what the outer ones hold.
  for (const table of [...article.querySelectorAll('table')].reverse()) if (!isData(table)) unwrap(table)
}

export function isData(table: HTMLTableElement): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none') return false
  if (table.querySelector('caption, th, thead, tfoot, colgroup')) return true
  if (table.querySelector('table, pre, h1, h2, h3, figure')) return false
  const rows = table.querySelectorAll('tr')
  const cells = table.querySelectorAll('td')
  if (rows.length < 2 || cells.length < 4 || cells.length < rows.length * 2) return false
  return [...cells].every((cell) => (cell.textContent ?? '').trim().length < longCell)
}

/** A cell with more text than this is a column of a page. */
const longCell = 600

function unwrap(table: HTMLTableElement) {
  const { ownerDocument } = table
  const parts = [...table.querySelectorAll('caption, td, th')].map((cell) => {
    const part = ownerDocument.createElement('div')
    part.append(...cell.childNodes)
    return part
  })
  table.replaceWith(...parts)
}
