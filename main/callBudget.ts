// How often the window may call one channel. Far above what a person can cause; a runaway loop is stopped before main is busy with it.
const callsPerSecond = 400
const burst = 2_000

/** A token bucket. `take()` answers false when the caller has used up its share. */
export function callBudget(now: () => number = Date.now): { take(): boolean } {
  let tokens = burst
  let last = now()
  return {
    take() {
      const time = now()
      tokens = Math.min(burst, tokens + (Math.max(0, time - last) / 1000) * callsPerSecond)
      last = time
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
