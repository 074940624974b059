// What a command waits for is given up when the command is stopped: a window that fills its library may answer half a minute later.
import { failed, type Result } from '../../preload/failure.ts'
import type { Services } from './runCommand.ts'

/** The same services, whose answers are `cancelled` from the stop on. */
export function stoppable(services: Services, signal: AbortSignal): Services {
  const stopped = new Promise<Result<never>>((resolve) => {
    const stop = () => resolve(failed({ code: 'cancelled' }))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  return {
    ...services,
    ask: (name, args, onProgress) =>
      Promise.race([
        services.ask(name, args, (progress) => {
          if (!signal.aborted) onProgress?.(progress)
        }),
        stopped,
      ]),
  }
}
