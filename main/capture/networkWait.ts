// While there is no network: what was added so far waits, and goes on as soon as the network is back, or is tried again after a while.
// What the system says of the network may be wrong, so it only ever ends the wait.
import { offlineMs } from './retry.ts'

export type NetworkWait = {
  /** Something found the network gone. `batch`: the latest addition that waits. */
  begin(batch: number): void
  /** Something came through. */
  end(): void
  /** Does this addition wait? */
  holds(batch: number): boolean
  close(): void
}

/** How often the system is asked whether the network is back. */
const lookMs = 2_000

export function createNetworkWait(options: { isOnline(): boolean; now(): number; onEnd(): void }): NetworkWait {
  const { isOnline, now, onEnd } = options
  let wait: { readonly until: number; readonly batch: number } | undefined
  let wasOnline = true
  let timer: NodeJS.Timeout | undefined

  const end = () => {
    clearInterval(timer)
    if (!wait) return
    wait = undefined
    onEnd()
  }
  const look = () => {
    const isBack = !wasOnline && isOnline()
    wasOnline = isOnline()
    if (isBack || (wait && wait.until <= now())) end()
  }

  return {
    begin(batch) {
      wait = { until: now() + offlineMs, batch }
      wasOnline = isOnline()
      clearInterval(timer)
      timer = setInterval(look, lookMs)
      timer.unref?.()
    },
    end,
    holds: (batch) => wait !== undefined && batch <= wait.batch && wait.until > now(),
    close: () => clearInterval(timer),
  }
}
