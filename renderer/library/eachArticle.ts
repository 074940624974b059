// Walks through the whole library, a few hundred rows at a time: for sums over all articles, which no index keeps.
import { breathe } from './breathe.ts'
import { database, type Row, type StoredState } from './database.ts'
import type { Version } from '../../preload/article.ts'

const pieceSize = 300

export type Walk = { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void }

/** Each article with its own state, in no order that means anything. */
export function eachArticle(visit: (row: Row, state: StoredState | undefined) => void, walk: Walk = {}): Promise<void> {
  return inPieces(async (last) => {
    const rows = await database.articles.where('id').above(last).limit(pieceSize).toArray()
    const states = await database.states.bulkGet(rows.map((row) => row.id))
    for (const [index, row] of rows.entries()) visit(row, states[index])
    return rows
  }, walk)
}

/** Each record of a version that is shown. */
export function eachRecord(visit: (record: Version) => void, walk: Walk = {}): Promise<void> {
  return inPieces(async (last) => {
    const entries = await database.records.where('id').above(last).limit(pieceSize).toArray()
    for (const { record } of entries) visit(record)
    return entries
  }, walk)
}

async function inPieces(
  read: (last: string) => Promise<readonly { readonly id: string }[]>,
  { signal, onProgress }: Walk,
): Promise<void> {
  let done = 0
  for (let last = ''; !signal?.aborted;) {
    const piece = await read(last)
    done += piece.length
    onProgress?.(done)
    const end = piece.at(-1)
    if (!end || piece.length < pieceSize) return
    last = end.id
    await breathe()
  }
}
