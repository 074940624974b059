// Articles on their way into a part of the index: their words in a builder, their facts beside them, in the same order.
import type { Article } from '../../preload/article.ts'
import { factsOf } from './facts.ts'
import type { StoredFacts } from './factTable.ts'
import { SegmentBuilder, type Texts } from './segments/buildSegment.ts'
import { PartWriter } from './segments/catalog.ts'
import { runUntil, type NewFile, type PartFile } from './segments/heldParts.ts'
import { stemmerOf } from './stem.ts'

/** Of an article that was forgotten again: its words stay in the part, and nobody finds them. */
export type Gathered = StoredFacts | undefined

export class Gathering {
  readonly builder: SegmentBuilder
  readonly facts: Gathered[] = []
  readonly #at = new Map<string, number>()

  /** `words`: about how many are expected. */
  constructor(words: number) {
    this.builder = new SegmentBuilder(words)
  }

  has(id: string): boolean {
    return this.#at.has(id)
  }

  /** Of one that was gathered with the same words, what else is known of it is put in place; false for any other. */
  refresh(article: Article, texts: Texts, hash: number): boolean {
    const at = this.#at.get(article.id)
    const facts = at === undefined ? undefined : this.facts[at]
    if (at === undefined || facts?.hash !== hash) return false
    this.facts[at] = storedFacts(article, texts, hash, facts.length)
    return true
  }

  add(article: Article, texts: Texts, hash: number): void {
    this.forget(article.id)
    const length = this.builder.add(texts, stemmerOf(article.lang))
    this.#at.set(article.id, this.facts.push(storedFacts(article, texts, hash, length)) - 1)
  }

  forget(id: string): void {
    const at = this.#at.get(id)
    if (at === undefined) return
    this.facts[at] = undefined
    this.#at.delete(id)
  }
}

/** What was gathered becomes a part, in a file of its own. */
export type Sealing = {
  readonly gathering: Gathering
  readonly fileName: string
  /** Goes on until then; true when all is written. */
  step(until: number): boolean
  made(): PartFile
  drop(): void
}

export async function startSealing(gathering: Gathering, newFile: () => Promise<NewFile>): Promise<Sealing> {
  const { name, handle } = await newFile()
  const writer = new PartWriter(handle)
  const steps = writer.all(gathering.builder.build(writer.write))
  return {
    gathering,
    fileName: name,
    step: (until) => runUntil(steps, until),
    made: () => ({ name, size: handle.size(), sum: writer.sum, handle }),
    drop: () => handle.close(),
  }
}

export function storedFacts(article: Article, texts: Texts, hash: number, length: number): StoredFacts {
  // Tags as they are written: they are shown, too. A note may be one on a passage.
  return { ...factsOf(article), hasNote: texts.notes.trim() !== '', tags: article.tags, hash, length }
}

/** 53 bits of what an article is found by: an act that changes none of it costs nothing. */
export function hashOf(version: string, texts: Texts): number {
  let high = 0x811c9dc5
  let low = 0x9e3779b1
  for (const text of [version, texts.title, texts.notes, texts.about, String(texts.text.length)]) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      high = Math.imul(high ^ code, 0x01000193)
      low = Math.imul(low ^ code, 0x85ebca6b) ^ (low >>> 13)
    }
    high = Math.imul(high ^ 0x1f, 0x01000193)
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0)
}
