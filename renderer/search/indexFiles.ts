// What of an index lies on the disk besides its parts: the catalog with all facts, the journal of what came after it, and which files belong to them.
import { FactTable, type StoredTable } from './factTable.ts'
import { readRecord, type Record } from './records.ts'
import { indexFormat, Journal, numbersOf, readCatalog, sweep, writeCatalog } from './segments/catalog.ts'
import { openPart, storedPart, type HeldPart, type NewFile } from './segments/heldParts.ts'
import type { Store } from './segments/store.ts'

const longestJournal = 4 << 20
const mostRecords = 4_000

export type Pause = () => Promise<void> | undefined

/** What a catalog holds. */
export type Saved = { readonly parts: readonly HeldPart[]; readonly facts: FactTable; readonly isComplete: boolean }

export class IndexFiles {
  #number: number
  #nextPart: number
  #journal: Journal

  private constructor(
    private readonly store: Store,
    private readonly vault: string,
    private readonly pause: Pause,
    { number, nextPart, journal }: { number: number; nextPart: number; journal: Journal },
  ) {
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
    const files = new IndexFiles(store, vault, pause, { number, nextPart: 1, journal })
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
    const bytes = file.read(0, file.size())
    file.close()
    const stored = readCatalog<StoredTable>(bytes)
    if (stored?.head.vault !== vault) return undefined
    const { head, take } = stored
    const journal = new Journal(await store.open(`journal-${number}`))
    const files = new IndexFiles(store, vault, pause, { number, nextPart: head.nextFile, journal })
    const facts = new FactTable()
    facts.restore(head.table, take)
    const slotBytes = head.parts.map(({ articles }) => take(articles * 4).slice())
    const parts: HeldPart[] = []
    for (const [at, part] of head.parts.entries())
      parts.push(await openPart(store, part, new Uint32Array(slotBytes[at]!.buffer), take))
    return { files, saved: { parts, facts, isComplete: head.complete } }
  }

  /** What has come after the catalog, in order. */
  replay(visit: (record: Record) => void): void {
    this.#journal.replay((bytes) => visit(readRecord(bytes)))
  }

  append(record: readonly Uint8Array[]): void {
    this.#journal.append(record)
  }

  /** So much has come after the catalog that a new one is to be written. */
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
    const number = this.#number + 1
    const [file, journal] = [await this.store.open(`catalog-${number}`), await this.store.open(`journal-${number}`)]
    const table = facts.stored()
    const inline = parts.flatMap(({ bytes }) => (bytes ? [bytes] : []))
    const slots = parts.map(({ slots: own }) => new Uint8Array(own.buffer, own.byteOffset, own.byteLength))
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
    file.close()
    const old = this.#journal
    this.#journal = new Journal(journal)
    this.#number = number
    old.close()
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

  close(): void {
    this.#journal.close()
  }

  #isOurs(name: string): boolean {
    return name === `catalog-${this.#number}` || name === `journal-${this.#number}`
  }
}
