// What of an index lies on the disk besides its parts: the catalog with all facts, the journal of what came after it, and which files belong to them.
import { FactTable, tablePieces, type StoredTable } from './factTable.ts'
import { readRecord, type Record } from './records.ts'
import { indexFormat, Journal, numbersOf, readCatalog, sweep, writeCatalog } from './segments/catalog.ts'
import { openPart, storedPart, type HeldPart, type NewFile } from './segments/heldParts.ts'
import type { Store, StoredFile } from './segments/store.ts'

const longestJournal = 4 << 20
const mostRecords = 4_000
/** A start reads them one by one, and each piece among them costs every question until it is merged again. */
const manyRecords = 64

export type Pause = () => Promise<void> | undefined

/** What a catalog holds. */
export type Saved = { readonly parts: readonly HeldPart[]; readonly facts: FactTable; readonly isComplete: boolean }

/** What has been read of it so far may not be all. */
type OpenCatalog = { readonly file: StoredFile; check(): Generator<void, boolean> }

export class IndexFiles {
  #number: number
  #nextPart: number
  #journal: Journal
  /** Of the last start, until another one is written. */
  #catalog: OpenCatalog | undefined

  private constructor(
    private readonly store: Store,
    private readonly vault: string,
    private readonly pause: Pause,
    {
      number,
      nextPart,
      journal,
      catalog,
    }: { number: number; nextPart: number; journal: Journal; catalog?: OpenCatalog },
  ) {
    this.#catalog = catalog
    this.#number = number
    this.#nextPart = nextPart
    this.#journal = journal
  }

  /** The numbers of the catalogs that lie there, the newest first. */
  static async catalogs(store: Store): Promise<readonly number[]> {
    return numbersOf(await store.names(), 'catalog')
  }

  /** With an empty catalog, and nothing else in the store. `after`: the highest number of a catalog that lies there. */
  static async create(store: Store, vault: string, pause: Pause, after: number): Promise<IndexFiles> {
    await sweep(store, () => false)
    const number = after + 1
    const journal = new Journal(await store.open(`journal-${number}`))
    // What could not be removed, as when it is still open, keeps its name.
    const nextPart = (numbersOf(await store.names(), 'part')[0] ?? 0) + 1
    const files = new IndexFiles(store, vault, pause, { number, nextPart, journal })
    await files.write({ parts: [], facts: new FactTable(), isComplete: false })
    return files
  }

  /** Undefined when the catalog with this number is not whole, of another vault or of another release. */
  static async restore(
    store: Store,
    vault: string,
    pause: Pause,
    number: number,
  ): Promise<{ readonly files: IndexFiles; readonly saved: Saved } | undefined> {
    const file = await store.open(`catalog-${number}`)
    const catalog = readCatalog<StoredTable>(file)
    if (catalog?.head.vault !== vault) {
      file.close()
      return undefined
    }
    const { head, pieces } = catalog
    const read = (piece: number, into: Uint8Array) => pieces[piece]!.read(into)
    const facts = new FactTable()
    facts.restore(head.table, read)
    const slots = head.parts.map(({ articles }, at) => {
      const own = new Uint32Array(articles)
      read(tablePieces + at, new Uint8Array(own.buffer))
      return own
    })
    let inlined = tablePieces + slots.length
    const inline = head.parts.map(({ kind, size }) => {
      const own = new Uint8Array(kind === 'inline' ? size : 0)
      if (kind === 'inline') read(inlined++, own)
      return own
    })
    const [journal, ...parts] = await Promise.all([
      store.open(`journal-${number}`),
      ...head.parts.map((part, at) => openPart(store, part, slots[at]!, inline[at]!)),
    ] as const)
    const files = new IndexFiles(store, vault, pause, {
      number,
      nextPart: head.nextFile,
      catalog: { file, check: () => catalog.check() },
      journal: new Journal(journal),
    })
    return { files, saved: { parts, facts, isComplete: head.complete } }
  }

  /** What has come after the catalog, in order. */
  replay(visit: (record: Record) => void): void {
    this.#journal.replay((bytes) => visit(readRecord(bytes)))
  }

  append(record: readonly Uint8Array[]): void {
    this.#journal.append(record)
  }

  /** So much has come after the catalog that it is worth a new one once there is nothing else to do. */
  get isJournalLong(): boolean {
    return this.#journal.records > manyRecords
  }

  /** So much that a new one is to be written at once. */
  get isJournalFull(): boolean {
    return this.#journal.length > longestJournal || this.#journal.records > mostRecords
  }

  flush(): void {
    this.#journal.flush()
  }

  async newPart(): Promise<NewFile> {
    const name = `part-${this.#nextPart++}`
    return { name, handle: await this.store.open(name) }
  }

  /** A new catalog and an empty journal in the place of the old ones. Nothing changes meanwhile: changes come one after the other. */
  async write({ parts, facts, isComplete }: Saved): Promise<void> {
    // Reads what has not been asked for yet, and may find it damaged.
    const table = facts.stored()
    const number = this.#number + 1
    const [file, journal] = [await this.store.open(`catalog-${number}`), await this.store.open(`journal-${number}`)]
    const inline = parts.flatMap(({ bytes }) => (bytes ? [bytes] : []))
    const slots = parts.map(({ slots: own }) => new Uint8Array(own.buffer, own.byteOffset, own.byteLength))
    try {
      await writeCatalog<StoredTable>(
        file,
        {
          format: indexFormat,
          vault: this.vault,
          complete: isComplete,
          nextFile: this.#nextPart,
          parts: parts.map(storedPart),
          table: table.json,
        },
        [...table.bytes, ...slots, ...inline],
        this.pause,
      )
    } catch (error) {
      // The next try opens both again.
      file.close()
      journal.close()
      throw error
    }
    file.close()
    const old = this.#journal
    this.#journal = new Journal(journal)
    this.#number = number
    old.close()
    // All of the old one has been read: it was written again.
    this.#catalog?.file.close()
    this.#catalog = undefined
    await sweep(this.store, (name) => !/^(catalog|journal)-/.test(name) || this.#isOurs(name))
  }

  /** Removes all but the catalog, its journal and these parts. */
  async sweep(parts: readonly HeldPart[]): Promise<void> {
    await sweep(this.store, (name) => this.#isOurs(name) || parts.some(({ file }) => file?.name === name))
  }

  /** Removes these files, which belong to no part any more. */
  async remove(names: readonly string[]): Promise<void> {
    await sweep(this.store, (name) => !names.includes(name))
  }

  /** Pauses now and then; whether the catalog is as it was written. */
  *check(): Generator<void, boolean> {
    const catalog = this.#catalog
    for (const steps = catalog?.check(); steps && catalog === this.#catalog;) {
      const { done, value } = steps.next()
      if (done) return value
      yield
    }
    return true
  }

  close(): void {
    this.#journal.close()
    this.#catalog?.file.close()
  }

  #isOurs(name: string): boolean {
    return name === `catalog-${this.#number}` || name === `journal-${this.#number}`
  }
}
