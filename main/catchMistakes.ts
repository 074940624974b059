// What nobody caught: a mistake of ours somewhere in this process. Electron's own way is a dialog that holds up everything, captures and window and
// all, until somebody presses its button; of a command nobody sees it. Here it is logged and told, and all the rest goes on.
import { toFailure, type Failure } from '../preload/failure.ts'
import { log } from './log.ts'

/** The same mistake is told once: it may be made four times a second. */
export function catchMistakes(tell: (failure: Failure) => void): void {
  const told = new Set<string>()
  const take = (thrown: unknown) => {
    const failure = toFailure(thrown)
    const key = JSON.stringify(failure)
    if (told.has(key)) return
    told.add(key)
    log.error('nobody caught this', thrown)
    tell(failure)
  }
  process.on('uncaughtException', take)
  process.on('unhandledRejection', take)
}
