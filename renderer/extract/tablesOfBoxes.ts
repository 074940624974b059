// Rows and columns that are a table by their roles only, as editors of documentation make them of boxes.
import { plainText } from './measureText.ts'

export function tablesOfBoxes(body: Element): void {
  for (const box of body.querySelectorAll('div[role=table]')) {
    const rows = [...box.querySelectorAll('[role=row]')].map((row) => [...row.querySelectorAll(cell)])
    const [first] = rows
    if (!first || first.length < 2 || rows.length < 2 || rows.some(({ length }) => length !== first.length)) continue
    const said = rows.flat().reduce((sum, one) => sum + plainText(one).length, 0)
    if (box.querySelector('[role=table], table') !== null || said < mostly * plainText(box).length) continue
    box.replaceWith(tableOf(rows))
  }
}

const cell = '[role=cell], [role=columnheader], [role=rowheader]'
/** Spaces between the cells are said by nobody. */
const mostly = 0.8

function tableOf(rows: readonly (readonly Element[])[]): Element {
  const make = (name: string) => rows[0]![0]!.ownerDocument.createElement(name)
  const table = make('table')
  for (const row of rows) {
    const line = make('tr')
    for (const one of row) {
      const own = make(one.getAttribute('role') === 'cell' ? 'td' : 'th')
      own.append(...one.childNodes)
      line.append(own)
    }
    table.append(line)
  }
  return table
}
