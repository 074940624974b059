// Many reads or writes of one table, a few at a time: the engine copies each one where it is asked for, and a thousand at once hold up the window.

const pieceSize = 100

export async function inPieces<T, R>(all: readonly T[], work: (piece: readonly T[]) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < all.length; start += pieceSize)
    results.push(await work(all.slice(start, start + pieceSize)))
  return results
}

/** As Dexie's bulkGet, in pieces. */
export async function getMany<T>(
  table: { bulkGet(ids: string[]): PromiseLike<(T | undefined)[]> },
  ids: readonly string[],
): Promise<(T | undefined)[]> {
  return (await inPieces(ids, async (piece) => table.bulkGet([...piece]))).flat()
}
