// What commands do to the library: durable before it is said, and said with the way back.
import { failureWords, type Result } from '../../preload/failure.ts'
import type { Undo } from '../library/acts.ts'
import { holdUndoFor, rememberUndo, say } from './toasts.ts'
import { words } from './words.ts'

type Telling = {
  /** It shows by itself, or nobody asked for it. */
  readonly isQuiet?: boolean
  readonly onTakenBack?: () => unknown
}

/** True when it was done. */
export function tell(doing: Promise<Result<Undo>>, telling: Telling = {}): Promise<boolean> {
  const told = tellWhenDone(doing, telling)
  holdUndoFor(told)
  return told
}

async function tellWhenDone(doing: Promise<Result<Undo>>, telling: Telling): Promise<boolean> {
  const { isQuiet = false, onTakenBack } = telling
  const answer = await doing
  if (!answer.ok) {
    say(failureWords(answer.failure), { isProblem: true })
    return false
  }
  const { words: what, undo } = answer.value
  const back = undo && (() => takeBack(what, undo, onTakenBack))
  if (!isQuiet) say(`${what}.`, back ? { undo: back } : {})
  else if (back) rememberUndo(back)
  return true
}

/** Done already, and no act of the library. `undo` answers false where it has said itself what became of it. */
export function sayDone(what: string, undo: () => unknown) {
  const takeBack = async () => {
    if ((await undo()) !== false) say(words.undone(what))
  }
  say(`${what}.`, { undo: takeBack })
}

/** `what` was done, as it was said then. */
async function takeBack(what: string, undo: NonNullable<Undo['undo']>, onTakenBack: Telling['onTakenBack']) {
  const answer = await undo()
  if (answer.ok) void onTakenBack?.()
  say(answer.ok ? words.undone(what) : failureWords(answer.failure), { isProblem: !answer.ok })
}
