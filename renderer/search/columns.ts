// What an article is besides its words, a flat array for each thing, by slot. After a start most of them lie on the disk until something asks for them.

/** Numbers of 32 bits that make up an id. */
export const idNumbers = 4

/** In the order in which they lie on the disk. */
const kinds = {
  ids: Uint32Array,
  savedAt: Float64Array,
  hashes: Float64Array,
  published: Uint32Array,
  words: Uint32Array,
  lengths: Uint32Array,
  sites: Uint32Array,
  authors: Uint32Array,
  tags: Uint32Array,
  langs: Uint16Array,
  bits: Uint16Array,
} as const

export type ColumnName = keyof typeof kinds
export type Columns = { readonly [name in ColumnName]: InstanceType<(typeof kinds)[name]> }
export const columnNames = Object.keys(kinds) as readonly ColumnName[] // those alone

/** Fills a column from its beginning on; what is left is 0. */
export type FillColumn = (name: ColumnName, bytes: Uint8Array) => void

/** Each is made when it is first asked for, and filled by `fill` then. */
export function columnsOf(capacity: number, fill: FillColumn = () => undefined): Columns {
  const made: { [name in ColumnName]?: Columns[name] } = {}
  const columns = {}
  for (const name of columnNames) {
    const get = () => {
      const known = made[name]
      if (known) return known
      const column = new kinds[name](capacity * eachOf(name))
      fill(name, new Uint8Array(column.buffer))
      Object.assign(made, { [name]: column })
      return column
    }
    Object.defineProperty(columns, name, { get, enumerable: true })
  }
  return columns as Columns // each name has been given
}

/** Bytes of a column of so many slots. */
export function columnBytes(name: ColumnName, size: number): number {
  return size * eachOf(name) * kinds[name].BYTES_PER_ELEMENT
}

function eachOf(name: ColumnName): number {
  return name === 'ids' ? idNumbers : 1
}
