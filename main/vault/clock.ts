// The hybrid logical clock of the acts: wall time, or the latest time seen when that is later, and a counter. It never goes back, whatever the wall clock does.

export type Clock = {
  /** Later than every clock it has given or seen. */
  next(): string
  /** Another device's act, or an own one from before the start. */
  saw(clock: string): void
}

const lastCount = 0xffff
/** A device with a wild clock must not use up the fixed width for all others: nothing later than this is followed, our own clock included. */
const latestMs = Date.UTC(9000, 0, 1)

/** `now` in milliseconds since 1970. */
export function createClock(now: () => number): Clock {
  let ms = 0
  let count = -1
  return {
    next() {
      const wallMs = Math.min(Math.max(0, Math.floor(now())), latestMs)
      if (wallMs > ms) {
        ms = wallMs
        count = 0
      } else if (count < lastCount) count += 1
      else {
        ms += 1
        count = 0
      }
      return `${new Date(ms).toISOString()}+${count.toString(16).padStart(4, '0')}`
    },
    saw(clock) {
      const seenMs = Date.parse(clock.slice(0, 24))
      const seenCount = Number.parseInt(clock.slice(25), 16)
      if (Number.isNaN(seenMs) || Number.isNaN(seenCount) || seenMs > latestMs) return
      if (seenMs > ms || (seenMs === ms && seenCount > count)) {
        ms = seenMs
        count = seenCount
      }
    },
  }
}
