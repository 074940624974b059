import { vi } from 'vitest'

/** Nearly as long as a test may take: a busy machine is no fault of the code. */
const patienceMs = 50_000

/** Waits until what is asked no longer throws, and gives what it returned; asked about every 10 ms. */
export function until<T>(ask: () => T | Promise<T>): Promise<T> {
  // eslint-disable-next-line no-restricted-syntax -- this is the place
  return vi.waitFor(ask, { timeout: patienceMs, interval: 10 })
}
