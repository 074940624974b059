// What commands do to the library: durable before it is said, and said with the way back.
import { failureWords, type Result } from '../../preload/failure.ts'
import type { Undo } from '../library/acts.ts'
import { rememberUndo, say } from './toasts.ts'
import { words } from './words.ts'

/** True when it was done. `isQuiet`: it shows by itself, or nobody asked for it. */
export async function tell(
  doing: Promise<Result<Undo>>,
  { isQuiet = false }: { isQuiet?: boolean } = {},
): Promise<boolean> {
  const answer = await doing
  if (!answer.ok) {
    say(failureWords(answer.failure), { isProblem: true })
    return false
  }
  const { undo } = answer.value
  if (!isQuiet) say(`${answer.value.words}.`, undo ? { undo: () => takeBack(undo) } : {})
  else if (undo) rememberUndo(() => takeBack(undo))
  return true
}

async function takeBack(undo: NonNullable<Undo['undo']>) {
  const answer = await undo()
  say(answer.ok ? words.undone : failureWords(answer.failure), { isProblem: !answer.ok })
}
