// What was noticed about files of the vault while it was in use, for `verify` to tell together with what it finds itself.

/** `file` is a path below the vault; `reason` is plain words for a person. */
export type Finding = { readonly file: string; readonly reason: string }

export type Findings = {
  readonly damaged: ReadonlyMap<string, string>
  readonly repaired: readonly Finding[]
  damage(file: string, reason: string): void
  repair(file: string, reason: string): void
}

export function createFindings(): Findings {
  const damaged = new Map<string, string>()
  const repaired: Finding[] = []
  return {
    damaged,
    repaired,
    damage: (file, reason) => void damaged.set(file, reason),
    repair: (file, reason) => void repaired.push({ file, reason }),
  }
}
