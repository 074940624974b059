// What was noticed about files of the vault while it was in use, for `verify` to tell together with what it finds itself.

/** `file` is a path below the vault; `reason` is plain words for a person. */
export type Finding = { readonly file: string; readonly reason: string }

export type Findings = {
  readonly damaged: ReadonlyMap<string, string>
  readonly repaired: readonly Finding[]
  damage(file: string, reason: string): void
  /** Cannot be seen for now; `back` says that it can. */
  away(file: string, reason: string): void
  back(file: string): void
  repair(file: string, reason: string): void
}

export function createFindings(): Findings {
  const damaged = new Map<string, string>()
  const absent = new Set<string>()
  const repaired: Finding[] = []
  return {
    damaged,
    repaired,
    damage: (file, reason) => void damaged.set(file, reason),
    away(file, reason) {
      if (damaged.has(file)) return
      damaged.set(file, reason)
      absent.add(file)
    },
    back(file) {
      if (absent.delete(file)) damaged.delete(file)
    },
    repair: (file, reason) => void repaired.push({ file, reason }),
  }
}
