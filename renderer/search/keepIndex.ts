// Keeps the index as the library is: opens it, fills it, takes in what changes, and merges it in the background. Reads the library; writes to it only that it has.
import { articleCount } from '../library/articles.ts'
import { database } from '../library/database.ts'
import { forgetUnindexed, isUnindexed, unindexedIds, unindexedKey, type Unindexed } from '../library/unindexed.ts'
import { afterMessages, messagesAnswered } from './afterMessages.ts'
import { SearchIndex } from './searchIndex.ts'
import { DamagedIndex } from './segments/bytes.ts'
import { opfsStore } from './segments/opfsStore.ts'
import { memoryStore, NotWritten, type Store } from './segments/store.ts'
import type { Indexed } from './textsOf.ts'

export type IndexKeeper = {
  /** Once it is open; it may still be filling. */
  index(): Promise<SearchIndex>
  /** Resolves when the index has these articles as the library has them. */
  changed(ids: readonly string[]): Promise<void>
  /** What it has turned out not to be as it was written is made anew. */
  damaged(error: unknown): Promise<void>
}

/** Articles read at a time; between two batches questions are answered. */
const batchSize = 20
/** The first filling reads more at a time, and indexes so many without a pause. */
const fillSize = 200
const gatherSize = 20
/** Indexed at most before the library is told, so that whoever ends in the middle does not begin at the beginning. */
const mostMarks = 500
/** Background work holds a question up no longer than this. */
const sliceMs = 5
/** While the library is being filled, more is on its way: what was gathered waits so long for it. */
const moreWithinMs = 1_000

export function keepIndex(events: {
  onFilling(done: number, total: number): void
  /** All articles are in the index. */
  onFilled(): void
}): IndexKeeper {
  const opened = open()
  let isWorking = false
  /** Until it resolves, all that is new is gathered, and nothing is merged. */
  let filling: Promise<void> | undefined
  /** New articles, in crowds, that the filling has not come to yet. */
  let coming: string[] = []
  let wake: () => void = () => undefined
  let isEmptied = false
  /** Until the next start nothing is merged: a full disk would be filled to its end after each change. */
  let isWithoutRoom = false
  /** In the index, with the marks the library had of them then. */
  let indexed: Unindexed[] = []
  /** The same of what was gathered and is in no part yet. */
  let gathered: Unindexed[] = []
  /** Reading the library and changing the index happens one after the other: the later one always saw the newer rows. */
  let turn: Promise<unknown> = opened

  const inTurn = <T>(task: (index: SearchIndex) => Promise<T>): Promise<T> => {
    const done = turn.then(async () => task(await opened))
    turn = done.catch(() => undefined)
    return done
  }

  const readAgain = async (index: SearchIndex, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return
    try {
      const read = await readLibrary(ids)
      await index.remove(read.gone)
      await index.put(read.found)
      indexed.push(...read.marks)
    } catch (error) {
      if (error instanceof DamagedIndex) return startAnew(index, error)
      // One article that cannot be read must not keep the others from being found.
      console.error('The index could not take in a change.', error)
      if (ids.length > 1) for (const id of ids) await readAgain(index, [id])
    }
  }

  const changed = async (ids: readonly string[]): Promise<void> => {
    try {
      const news = new Set(ids.length > batchSize ? await newAmong(ids) : [])
      // A crowd of new articles: the library is being filled, or another device has sent all it has.
      const isCrowd = news.size > batchSize
      if (isCrowd) coming = [...coming, ...news]
      const filled = isCrowd && startFilling()
      if (isCrowd) wake()
      await takeIn(isCrowd ? ids.filter((id) => !news.has(id)) : ids)
      await filled
    } catch (error) {
      console.error('The index could not take in a change.', error)
    }
    workOn()
  }

  /** Those that the index does not have yet. None when it is found damaged: then all of them come with the filling. */
  const newAmong = (ids: readonly string[]): Promise<readonly string[]> =>
    inTurn(async (index) => {
      try {
        return index.without(ids)
      } catch (error) {
        await startAnew(index, error)
        return []
      }
    })

  const takeIn = async (ids: readonly string[]): Promise<void> => {
    for (let start = 0; start < ids.length; start += batchSize) {
      await inTurn((index) => readAgain(index, ids.slice(start, start + batchSize)))
      // What was gathered is not on the disk yet.
      if (indexed.length >= mostMarks && !filling) await inTurn(settle)
    }
  }

  /** What the index does not know yet, the newest articles first: they are what is asked for while the rest is still being read. */
  const fill = async (): Promise<void> => {
    const index = await opened
    const stale = await unindexedIds()
    await takeIn(stale.filter((id) => index.has(id)))
    let ids = stale
    if (!index.isComplete || (await articleCount()) !== index.articleCount) {
      ids = await inTurn(async () => {
        // In the turn: one that was read before and kept meanwhile would be taken for one that is gone.
        const all = await database.articles.toCollection().primaryKeys()
        const known = new Set(all)
        await index.remove(index.ids().filter((id) => !known.has(id)))
        return all
      })
    }
    await gatherAll(index, index.without(ids).reverse())
    while (coming.length > 0) {
      const news = coming
      coming = []
      await gatherAll(index, news)
      if (coming.length === 0) await moreComes()
    }
    await inTurn(async () => {
      await seal(index)
      await index.complete()
      // Not only when all is merged: a process that was started for one question ends before that, and the next start would read it all again.
      await settle(index)
    })
  }

  const gatherAll = async (index: SearchIndex, ids: readonly string[]): Promise<void> => {
    for (let start = 0; start < ids.length; start += fillSize) {
      await inTurn(() => gather(index, index.without(ids.slice(start, start + fillSize))))
      events.onFilling(Math.min(start + fillSize, ids.length), ids.length)
    }
  }

  const moreComes = () =>
    new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, moreWithinMs)
    })

  /** Questions come in between. */
  const gather = async (index: SearchIndex, ids: readonly string[]): Promise<void> => {
    try {
      const read = await readLibrary(ids)
      for (let start = 0; start < read.found.length; start += gatherSize) {
        await index.gather(read.found.slice(start, start + gatherSize))
        await messagesAnswered()
      }
      gathered.push(...read.marks)
    } catch (error) {
      console.error('The index could not take in some articles at once.', error)
      for (const id of index.without(ids)) await readAgain(index, [id])
    }
    if (index.isFull) await seal(index)
  }

  const seal = async (index: SearchIndex): Promise<void> => {
    const marks = gathered
    gathered = []
    while (!(await index.seal(sliceMs))) await messagesAnswered()
    indexed = [...indexed, ...marks]
  }

  const startAnew = async (index: SearchIndex, error: unknown): Promise<void> => {
    console.warn('The search index is damaged and is made anew.', error)
    await index.clear()
    gathered = []
    isEmptied = true
    void startFilling()
  }

  const startFilling = (): Promise<void> => {
    if (filling) return filling
    isEmptied = false
    filling = fill().then(
      () => {
        filling = undefined
        // What came with the last of it.
        if (coming.length > 0 || isEmptied) return startFilling()
        events.onFilled()
        return opened.then((index) => index.check()).then(workOn)
      },
      (error: unknown) => {
        filling = undefined
        coming = []
        if (error instanceof DamagedIndex) return damaged(error)
        console.error('The index could not be filled.', error)
      },
    )
    return filling
  }

  /** Merging, a slice at a time: questions and changes come in between. */
  const workOn = () => {
    if (isWorking || filling) return
    isWorking = true
    const slice = () =>
      void inTurn(async (index) => {
        try {
          isWorking = !isWithoutRoom && (await index.work(sliceMs))
        } catch (error) {
          isWorking = false
          if (error instanceof NotWritten) {
            isWithoutRoom = true
            console.error('The index could not be merged.', error)
          } else await startAnew(index, error)
        }
        if (filling) isWorking = false
        else if (isWorking) afterMessages(slice)
        else await settle(index)
      }).catch((error: unknown) => {
        isWorking = false
        console.error('The index could not be worked on.', error)
      })
    slice()
  }

  /** Once it is on the disk, the library need not remember it. */
  const settle = async (index: SearchIndex): Promise<void> => {
    if (indexed.length === 0) return
    const settled = indexed
    indexed = []
    index.flush()
    await forgetUnindexed(settled)
  }

  const damaged = (found: unknown) =>
    inTurn((index) => startAnew(index, found)).catch((error: unknown) =>
      console.error('The index could not be made anew.', error),
    )

  void startFilling()
  return { index: () => opened, changed, damaged }
}

async function open(): Promise<SearchIndex> {
  const [store, meta] = await Promise.all([openStore(), database.meta.get('vault')])
  const vault = String(meta?.value ?? '')
  try {
    return await SearchIndex.open(store, vault, messagesAnswered)
  } catch (error) {
    console.warn('The search index cannot be kept on the disk.', error)
    return SearchIndex.open(memoryStore(), vault, messagesAnswered)
  }
}

async function openStore(): Promise<Store> {
  try {
    return await opfsStore()
  } catch (error) {
    // Private storage may be refused or full: search works all the same, and is filled anew at each start.
    console.warn('The search index cannot be kept on the disk.', error)
    return memoryStore()
  }
}

type Read = {
  readonly found: readonly Indexed[]
  readonly gone: readonly string[]
  readonly marks: readonly Unindexed[]
}

async function readLibrary(ids: readonly string[]): Promise<Read> {
  const [rows, texts, metas] = await database.transaction('r', [database.articles, database.texts, database.meta], () =>
    Promise.all([
      database.articles.bulkGet([...ids]),
      database.texts.bulkGet([...ids]),
      database.meta.bulkGet(ids.map(unindexedKey)),
    ]),
  )
  const marked = rows.flatMap((row) => (row && row.highlights > 0 ? [row.id] : []))
  const highlights = marked.length > 0 ? await database.highlights.where('article').anyOf(marked).toArray() : []
  const gone: string[] = []
  const found: Indexed[] = []
  for (const [at, id] of ids.entries()) {
    const article = rows[at]
    if (!article) {
      gone.push(id)
      continue
    }
    const own = highlights.filter((highlight) => highlight.article === id)
    const notes = own.flatMap(({ note }) => (note ? [note] : []))
    found.push({ article, text: texts[at]?.text ?? '', notes, quotes: own.map(({ quote }) => quote) })
  }
  return { found, gone, marks: metas.filter((meta) => meta !== undefined).filter(isUnindexed) }
}
