// Which element draws which row. To fill an element again saves making one, but only where none has to be moved among the others.

/**
 * Rows that stay in sight keep their elements; after a jump past all of them the same elements are filled with other rows, in order.
 * The number of an element for each of the rows that are drawn next (ascending, without large gaps). The same for the same rows.
 */
export function createRowElements(): (rows: readonly number[]) => (row: number) => number {
  let shift = 0
  let before: { readonly first: number; readonly last: number } | undefined
  return (rows) => {
    const [first, last] = [rows[0], rows.at(-1)]
    if (first !== undefined && last !== undefined) {
      if (before && (first > before.last || last < before.first)) shift += first - before.first
      before = { first, last }
    }
    const own = shift
    return (row) => row - own
  }
}
