// What was done, in a few words, with a way back. One at a time; each stays ten seconds, longer while it is pointed at.
import { createStore } from '../ui/createStore.ts'
import { words } from './words.ts'

export const undoSeconds = 10

export type Toast = {
  readonly n: number
  readonly words: string
  /** Something did not work. */
  readonly isProblem: boolean
  readonly undo?: () => Promise<unknown>
}

export const toasts = createStore<{ readonly toast?: Toast }>({})

/** What `z` takes back, latest last. Kept after its toast has gone. */
const undos: (() => Promise<unknown>)[] = []
const undoLimit = 50
let count = 0

export function say(
  words: string,
  { isProblem = false, undo }: { isProblem?: boolean; undo?: () => Promise<unknown> } = {},
) {
  if (undo) rememberUndo(undo)
  toasts.set({ toast: { n: (count += 1), words, isProblem, ...(undo ? { undo } : {}) } })
}

/** For what shows by itself: `z` takes it back, and nothing is said. */
export function rememberUndo(undo: () => Promise<unknown>) {
  undos.push(undo)
  if (undos.length > undoLimit) undos.shift()
}

export function hush(n?: number) {
  if (n === undefined || toasts.get().toast?.n === n) toasts.set({})
}

/** Acts that were asked for and are not done yet. */
const underWay = new Set<Promise<unknown>>()

/** Until it has settled, what is taken back waits for it: the last act is the one that was asked for last. */
export function holdUndoFor(act: Promise<unknown>) {
  underWay.add(act)
  void act.finally(() => underWay.delete(act)).catch(() => undefined)
}

export async function undoLast() {
  await Promise.allSettled(underWay)
  const undo = undos.pop()
  if (!undo) return say(words.nothingToUndo)
  hush()
  await undo()
}

/** Undoes exactly this one, wherever it stands among the others. */
export async function undoToast(toast: Toast) {
  if (!toast.undo) return
  const at = undos.lastIndexOf(toast.undo)
  if (at >= 0) undos.splice(at, 1)
  hush(toast.n)
  await toast.undo()
}
