// The texts that passages were last made of. The next letter one types, and the next page of a list, mostly find the same articles again, and to read twenty
// texts takes longer than to find them.

/** Characters held: some hundred articles, and no book. */
const mostHeld = 400_000
const longestHeld = 50_000

export class RecentTexts {
  /** The one that was asked for last comes last. */
  readonly #texts = new Map<string, string>()
  #held = 0
  /** How often something was forgotten: what was read before may be of before. */
  #changes = 0

  constructor(private readonly readAll: (ids: readonly string[]) => Promise<readonly string[]>) {}

  /** In the order of the ids; what is not there is empty. */
  async read(ids: readonly string[]): Promise<readonly string[]> {
    const missing = ids.filter((id) => !this.#texts.has(id))
    const known = new Map(ids.flatMap((id) => (this.#texts.has(id) ? [[id, this.#texts.get(id)!]] : [])))
    if (missing.length > 0) {
      const changes = this.#changes
      const read = await this.readAll(missing)
      for (const [at, id] of missing.entries()) known.set(id, read[at] ?? '')
      if (changes !== this.#changes) return ids.map((id) => known.get(id) ?? '')
    }
    for (const id of ids) this.#hold(id, known.get(id) ?? '')
    return ids.map((id) => known.get(id) ?? '')
  }

  forget(ids: readonly string[]): void {
    this.#changes += 1
    for (const id of ids) this.#drop(id)
  }

  #hold(id: string, text: string): void {
    this.#drop(id)
    if (text.length > longestHeld) return
    this.#texts.set(id, text)
    this.#held += text.length
    for (const oldest of this.#texts.keys()) {
      if (this.#held <= mostHeld) return
      this.#drop(oldest)
    }
  }

  #drop(id: string): void {
    this.#held -= this.#texts.get(id)?.length ?? 0
    this.#texts.delete(id)
  }
}
