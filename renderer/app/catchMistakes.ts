// What nobody caught: a mistake of ours in the window, as main/catchMistakes.ts has it for its process. The console has it already; the person is told.
import { failureWords, toFailure } from '../../preload/failure.ts'
import { say } from './toasts.ts'

/** The same mistake is told once: it may be made at every key. */
export function catchMistakes(target: Pick<EventTarget, 'addEventListener'>): void {
  const told = new Set<string>()
  const take = (thrown: unknown) => {
    // What was called off is no mistake; without an error the engine only remarks on something.
    if (thrown === undefined || thrown === null || (thrown instanceof DOMException && thrown.name === 'AbortError'))
      return
    const words = failureWords(toFailure(thrown))
    if (told.has(words)) return
    told.add(words)
    say(words, { isProblem: true })
  }
  target.addEventListener('unhandledrejection', (event) => take((event as PromiseRejectionEvent).reason))
  target.addEventListener('error', (event) => take((event as ErrorEvent).error))
}
