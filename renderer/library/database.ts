// The library: what the panes ask for, in IndexedDB. A view of the vault, never the truth: it may be deleted and is filled again.
// The only file that knows Dexie's schema. Every old version stays here; upgrades/ holds what they do.
import { Dexie, type Table } from 'dexie'
import type { Article, Version } from '../../preload/article.ts'
import type { Cursor } from '../../preload/contract.ts'
import type { Shared, State } from './fold.ts'
import type { Highlight } from './highlights.ts'

const schemaVersion = 1
/** Raised when the same acts and versions give other rows than before: the library then fills itself again. */
export const derivedFormat = 3

export type StoredState = State & {
  readonly canonicalUrl?: string
  /** The row this id was last shown in, and the address it was grouped by then. */
  readonly head?: string
  readonly groupedUrl?: string
  /** Folded, but its row is still to be made. */
  readonly dirty?: 1
}

export type Row = Article & {
  /** Every id that is folded into this article, itself included. */
  readonly ids: readonly string[]
  /** One entry a list that shows it: the list's name, U+0000, what sorts it. See lists.ts. */
  readonly lists: readonly string[]
  readonly titleKey: string
  readonly publishedKey?: string
  /** The files of the version shown could not be read. */
  readonly lacking?: 1
}

export type Meta =
  | { readonly key: 'cursor'; readonly value: Cursor }
  | { readonly key: 'format'; readonly value: number }
  | { readonly key: 'vault'; readonly value: string }
  /** A rebuild has begun and not ended: rows of articles that are gone may still be here. */
  | { readonly key: 'rebuilding'; readonly value: true }
  /** No state is dirty. */
  | { readonly key: 'settled'; readonly value: true }
  /** See isWhole.ts. */
  | { readonly key: 'checked'; readonly value: string }
  /** See unindexed.ts. */
  | { readonly key: `unindexed ${string}`; readonly value: number }

class Database extends Dexie {
  declare readonly states: Table<StoredState, string>
  declare readonly articles: Table<Row, string>
  declare readonly records: Table<{ readonly id: string; readonly record: Version }, string>
  declare readonly bodies: Table<{ readonly id: string; readonly html: string }, string>
  /** Apart from the HTML, because search reads only this. `offsets`: where each paragraph begins. */
  declare readonly texts: Table<
    { readonly id: string; readonly text: string; readonly offsets: readonly number[] },
    string
  >
  declare readonly highlights: Table<Highlight, [article: string, id: string]>
  declare readonly shared: Table<Shared, string>
  declare readonly counts: Table<{ readonly list: string; readonly count: number }, string>
  declare readonly meta: Table<Meta, string>

  constructor() {
    super('offprint', {
      // A power cut may take the last changes along, whole transactions, the cursor with them: the vault has them, and they are read again.
      chromeTransactionDurability: 'relaxed',
      // Answers are kept where they are shown.
      cache: 'disabled',
    })
    this.version(schemaVersion).stores({
      states: 'id, canonicalUrl, head, dirty',
      articles: 'id, *lists, titleKey, publishedKey, words, lacking',
      records: 'id',
      bodies: 'id',
      texts: 'id',
      highlights: '[article+id], article',
      shared: 'key',
      counts: 'list',
      meta: 'key',
    })
  }
}

export const database = new Database()

/** `kept`: as it was left. `empty`: nothing was here. `emptied`: it was damaged, of another vault or of another format. */
export type Opening = 'kept' | 'empty' | 'emptied'

/**
 * Opens the library, whatever state its files are in. `onBlocked`: another window still has an older one open, and this call waits.
 * `onClosed`: the connection was taken away (another window upgrades, or the disk failed).
 */
export async function openDatabase(
  vaultId: string,
  { onBlocked, onClosed }: { onBlocked?: () => void; onClosed?: () => void } = {},
): Promise<Opening> {
  if (onBlocked) database.on('blocked', onBlocked)
  if (onClosed) {
    database.on('versionchange', onClosed)
    database.on('close', onClosed)
  }
  try {
    await database.open()
    // Dexie opens what a later version has written, with the tables that this one does not know.
    if (database.backendDB().version > schemaVersion * 10) throw new Error('A newer release has written it.')
    return await claim(vaultId)
  } catch (error) {
    // Damaged, or from a later release. It is only a view: make it anew. What fails after that is not the library's fault, and is thrown.
    console.warn('The library could not be opened and is made anew.', error)
    database.close({ disableAutoOpen: false })
    await Dexie.delete(database.name)
    await database.open()
    await claim(vaultId)
    return 'emptied'
  }
}

async function claim(vaultId: string): Promise<Opening> {
  const [format, vault] = await database.meta.bulkGet(['format', 'vault'])
  if (format?.value === derivedFormat && vault?.value === vaultId) return 'kept'
  const wasEmpty = format === undefined
  await database.transaction('rw', database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()))
    await database.meta.bulkPut([
      { key: 'format', value: derivedFormat },
      { key: 'vault', value: vaultId },
    ])
  })
  return wasEmpty ? 'empty' : 'emptied'
}
