// The index: articles in, ranked answers out. Parts that never change, a table of facts, and on the disk a catalog and a journal of both.
// Knows nothing of Dexie or messages. Changes (put, remove, work) must be awaited one after the other; questions may come at any time.
import { countOf } from './bits.ts'
import { matchAll, rank, type Answer, type Library, type Order, type Page } from './evaluate.ts'
import { FactTable, type StoredFacts } from './factTable.ts'
import { Gathering, hashOf, startSealing, storedFacts, type Gathered, type Sealing } from './gathering.ts'
import { IndexFiles, type Pause, type Saved } from './indexFiles.ts'
import type { Query } from './parseQuery.ts'
import { factRecord, removeRecord, segmentRecord, type Record } from './records.ts'
import { DamagedIndex } from './segments/bytes.ts'
import { isIntact } from './segments/catalog.ts'
import { chooseMerge } from './segments/chooseMerge.ts'
import {
  articleIn,
  heldPart,
  joined,
  runUntil,
  smallArticles,
  startMerge,
  type HeldPart,
  type Merge,
  type PartFile,
} from './segments/heldParts.ts'
import { gone } from './segments/mergeSegments.ts'
import type { Store } from './segments/store.ts'
import { loadStemmers, stemmerOf } from './stem.ts'
import { textsOf, type Indexed } from './textsOf.ts'

export type { Indexed } from './textsOf.ts'

/** Words gathered before they become a part: the more, the less there is to merge, and the more memory it takes (some 25 bytes a word). */
const mostGathered = 3_000_000
const firstGathered = 300_000

export class SearchIndex {
  readonly #files: IndexFiles
  #parts: readonly HeldPart[]
  #facts: FactTable
  #isComplete: boolean
  #merge: Merge | undefined
  #gathering: Gathering | undefined
  #sealing: Sealing | undefined
  #check: Generator<void, boolean> | undefined

  private constructor(files: IndexFiles, { parts, facts, isComplete }: Saved) {
    this.#files = files
    this.#parts = parts
    this.#facts = facts
    this.#isComplete = isComplete
  }

  /** `pause`: awaited between pieces of what takes longer than a question should wait. As it was left; empty when there was none, when it is damaged, of another vault or of another release. */
  static async open(store: Store, vault = '', pause: Pause = () => undefined): Promise<SearchIndex> {
    const catalogs = await IndexFiles.catalogs(store)
    for (const number of catalogs) {
      try {
        const restored = await IndexFiles.restore(store, vault, pause, number)
        if (!restored) continue
        const { files, saved } = restored
        const index = new SearchIndex(files, saved)
        files.replay((record) => index.#replay(record))
        await Promise.all([files.sweep(index.#parts), loadStemmers(langsOf(index.#facts))])
        return index
      } catch (error) {
        console.warn('The search index could not be opened and is made anew.', error)
        break
      }
    }
    const files = await IndexFiles.create(store, vault, pause, catalogs[0] ?? 0)
    return new SearchIndex(files, { parts: [], facts: new FactTable(), isComplete: false })
  }

  get articleCount(): number {
    return this.#facts.count
  }

  /** The whole library has been taken in. */
  get isComplete(): boolean {
    return this.#isComplete
  }

  has(id: string): boolean {
    return this.#facts.slotOf(id) !== undefined
  }

  /** Those of the ids that are neither in the index nor on their way into it. */
  without(ids: readonly string[]): string[] {
    return ids.filter((id) => !this.has(id) && this.#gathering?.has(id) !== true)
  }

  ids(): string[] {
    return this.#facts.allIds()
  }

  /** Adds articles, or replaces them: findable when this resolves, or once they are sealed when they were gathered just so. For some hundreds at most; `gather` is for more. */
  async put(articles: readonly Indexed[]): Promise<void> {
    await loadStemmers(articles.map(({ article }) => article.lang))
    const sameWords: StoredFacts[] = []
    // Made when there is one: its tables are large, and most changes change no words.
    let news: Gathering | undefined
    for (const indexed of articles) {
      const { article } = indexed
      const texts = textsOf(indexed)
      const hash = hashOf(article.version, texts)
      if (this.#gathering?.refresh(article, texts, hash)) continue
      const slot = this.#facts.slotOf(article.id)
      this.#gathering?.forget(article.id)
      if (slot !== undefined && this.#facts.columns.hashes[slot] === hash)
        sameWords.push(storedFacts(article, texts, hash, this.#facts.columns.lengths[slot]!))
      else (news ??= new Gathering(articles.length * 1_024)).add(article, texts, hash)
    }
    if (sameWords.length > 0) {
      this.#files.append(factRecord(sameWords))
      for (const facts of sameWords) this.#facts.put(facts)
    }
    if (!news) return this.#roomInJournal()
    if (news.facts.length < smallArticles) {
      const pieces: Uint8Array[] = []
      runUntil(
        news.builder.build((bytes) => pieces.push(bytes.slice())),
        Infinity,
      )
      const bytes = joined(pieces)
      this.#files.append(segmentRecord(news.facts, bytes))
      this.#take({ bytes }, news.facts)
      return this.#roomInJournal()
    }
    const sealing = await startSealing(news, () => this.#files.newPart())
    await this.#stepOf(sealing, Infinity)
    await this.#endSealing(sealing)
  }

  /** Articles that are not in the index, many thousands of them one call after the other. They are findable once they are sealed. */
  async gather(articles: readonly Indexed[]): Promise<void> {
    await loadStemmers(articles.map(({ article }) => article.lang))
    const gathering = (this.#gathering ??= new Gathering(1 << 18))
    for (const indexed of articles) {
      const texts = textsOf(indexed)
      gathering.add(indexed.article, texts, hashOf(indexed.article.version, texts))
    }
  }

  /** So many words are gathered that they are to be sealed. The first few soon, for then there is something to search. */
  get isFull(): boolean {
    return (this.#gathering?.builder.words ?? 0) > Math.min(mostGathered, firstGathered + this.#facts.totalLength)
  }

  /**
   * Makes a part of what was gathered, about so long at a time; true when that is done. Nothing is gathered meanwhile. What cannot be written is forgotten:
   * the index is as it was before it was gathered.
   */
  async seal(milliseconds: number): Promise<boolean> {
    const until = performance.now() + milliseconds
    if (!this.#gathering) return true
    this.#sealing ??= await startSealing(this.#gathering, () => this.#files.newPart())
    const sealing = this.#sealing
    if (!(await this.#stepOf(sealing, until))) return false
    this.#gathering = this.#sealing = undefined
    await this.#endSealing(sealing)
    return true
  }

  async #endSealing({ gathering, made }: Sealing): Promise<void> {
    this.#take({ file: made() }, gathering.facts)
    await this.#writeCatalog()
  }

  /** A file that could not be written to its end goes: it may be what there was no room for. */
  async #stepOf(work: Sealing | Merge, until: number): Promise<boolean> {
    try {
      return work.step(until)
    } catch (error) {
      if (work === this.#merge) this.#merge = undefined
      if (work === this.#sealing) this.#gathering = this.#sealing = undefined
      work.drop()
      if (work.fileName !== undefined) await this.#files.remove([work.fileName])
      throw error
    }
  }

  async remove(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#gathering?.forget(id)
    const known = ids.filter((id) => this.has(id))
    if (known.length === 0) return
    this.#files.append(removeRecord(known))
    for (const id of known) this.#remove(id)
    await this.#roomInJournal()
  }

  /** What is asked for from now on is asked of the whole library. */
  async complete(): Promise<void> {
    if (this.#isComplete) return
    this.#isComplete = true
    await this.#writeCatalog()
  }

  /** Everything goes; the index is to be filled anew. */
  async clear(): Promise<void> {
    this.#merge?.drop()
    this.#sealing?.drop()
    this.#merge = this.#check = this.#gathering = this.#sealing = undefined
    for (const { file } of this.#parts) file?.handle.close()
    this.#parts = []
    this.#facts = new FactTable()
    this.#isComplete = false
    await this.#writeCatalog()
    await this.#files.sweep([])
  }

  search(query: Query, page: Page, now: number, order?: Order): Answer {
    const library = this.library(now)
    return rank(matchAll(query, library), library, page, order)
  }

  count(query: Query): number {
    const { mask } = matchAll(query, this.library(Date.now()))
    return countOf(mask)
  }

  /** What questions are asked of. */
  library(now: number): Library {
    const stemmers = new Set(langsOf(this.#facts).map(stemmerOf))
    return {
      parts: this.#parts,
      facts: this.#facts,
      now,
      size: this.#facts.size,
      stemmers: [...stemmers].filter((stemmer) => stemmer !== undefined),
    }
  }

  /** What was put is on the disk, whatever happens to the machine. */
  flush(): void {
    this.#files.flush()
  }

  /** Merges in the background, about so long. False when nothing is left to do. Throws DamagedIndex when a part is not as it was written; when there is no room for a merge, the parts are as they were. */
  async work(milliseconds: number): Promise<boolean> {
    const until = performance.now() + milliseconds
    this.#merge ??= await this.#nextMerge()
    if (this.#merge) {
      const merge = this.#merge
      if (!(await this.#stepOf(merge, until))) return true
      this.#merge = undefined
      await this.#endMerge(merge)
      return true
    }
    if (this.#isComplete && this.#files.isJournalLong) {
      await this.#writeCatalog()
      return true
    }
    return this.#checkOn(until)
  }

  /** Reads the catalog and all parts again and compares them with their checksums. */
  check(): void {
    const own = this.#files
    const files = this.#parts.flatMap(({ file }) => (file ? [file] : []))
    this.#check = (function* () {
      if (!(yield* own.check())) return false
      for (const { handle, size, sum } of files) {
        // One that was merged away meanwhile is closed: what it became is checked at the next start.
        if (!(yield* isIntact(handle, size, sum))) return false
      }
      return true
    })()
  }

  close(): void {
    this.#merge?.drop()
    this.#sealing?.drop()
    this.#files.close()
    for (const { file } of this.#parts) file?.handle.close()
  }

  #checkOn(until: number): boolean {
    while (this.#check) {
      const { done, value } = this.#check.next()
      if (done) this.#check = undefined
      if (done && !value) throw new DamagedIndex('a part of the index is not as it was written')
      if (performance.now() > until) return this.#check !== undefined
    }
    return false
  }

  #replay(record: Record): void {
    switch (record.kind) {
      case 'segment':
        return this.#take({ bytes: record.segment.slice() }, record.facts)
      case 'facts':
        return record.facts.forEach((facts) => void this.#facts.put(facts))
      case 'remove':
        return record.ids.forEach((id) => this.#remove(id))
    }
  }

  #take(held: { readonly bytes: Uint8Array } | { readonly file: PartFile }, articles: readonly Gathered[]): void {
    const slots = new Uint32Array(articles.length).fill(gone)
    for (const [at, facts] of articles.entries()) {
      if (!facts) continue
      const known = this.#facts.slotOf(facts.id)
      if (known !== undefined) this.#forget(known)
      slots[at] = this.#facts.put(facts)
    }
    this.#parts = [...this.#parts, heldPart(held, slots)]
  }

  #remove(id: string): void {
    const slot = this.#facts.slotOf(id)
    if (slot === undefined) return
    this.#forget(slot)
    this.#facts.remove(slot)
  }

  /** The words of the article in this slot. */
  #forget(slot: number): void {
    for (const atOnce of [true, false]) {
      for (const part of this.#parts) {
        const at = articleIn(part, slot, atOnce)
        if (at === undefined) continue
        part.slots[at] = gone
        part.goneCount += 1
        return
      }
    }
  }

  async #nextMerge(): Promise<Merge | undefined> {
    const empty = this.#parts.filter((part) => part.goneCount === part.slots.length)
    if (empty.length > 0) await this.#replaceParts(empty, undefined)
    const inputs = chooseMerge(this.#parts, this.#isComplete)
    return inputs && startMerge(inputs, () => this.#files.newPart())
  }

  async #endMerge({ inputs, made }: Merge): Promise<void> {
    const part = made()
    if (part.file || inputs.some(({ file }) => file !== undefined)) return this.#replaceParts(inputs, part)
    // The journal and the catalog still hold the pieces: merged again after a start.
    this.#parts = [...this.#parts.filter((held) => !inputs.includes(held)), part]
  }

  /** The new catalog is on the disk before the old parts go. */
  async #replaceParts(old: readonly HeldPart[], made: HeldPart | undefined): Promise<void> {
    this.#parts = [...this.#parts.filter((part) => !old.includes(part)), ...(made ? [made] : [])]
    await this.#writeCatalog()
    const files = old.flatMap(({ file }) => (file ? [file] : []))
    if (files.length === 0) return
    this.#check = undefined
    for (const { handle } of files) handle.close()
    await this.#files.remove(files.map(({ name }) => name))
  }

  #roomInJournal(): Promise<void> {
    return this.#files.isJournalFull ? this.#writeCatalog() : Promise.resolve()
  }

  #writeCatalog(): Promise<void> {
    return this.#files.write({ parts: this.#parts, facts: this.#facts, isComplete: this.#isComplete })
  }
}

/** As stemmerOf takes them. */
function langsOf({ langs }: FactTable): (string | undefined)[] {
  return langs.all.map((lang) => (lang === '' ? undefined : lang))
}
