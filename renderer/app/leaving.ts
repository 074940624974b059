// What the screens still have to tell the vault when the window is about to close.
const owed = new Set<() => Promise<unknown>>()

/** `keep` is called when the window is about to close, which waits for it a moment. Returns what takes it back. */
export function onLeaving(keep: () => Promise<unknown>): () => void {
  owed.add(keep)
  return () => owed.delete(keep)
}

/** Resolves when all that was owed is kept. */
export async function keepAllOwed(): Promise<void> {
  await Promise.all([...owed].map((keep) => keep()))
}
