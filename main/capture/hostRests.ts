// How long a host is left alone: a moment between two pages of one list, and for as long as it asks when it says that it is too busy.
// What the person adds afterwards does not wait for that: one more page, asked for by hand, is no burden.

export type HostRests = {
  /** Nothing of this addition, or of an earlier one, before `until` (milliseconds since 1970). */
  rest(host: string, batch: number, until: number): void
  /** When a page of the host may begin; `now` or earlier: at once. */
  freeAt(host: string, batch: number): number
  /** The person asks for it. */
  lift(host: string): void
}

export function createHostRests(): HostRests {
  const rests = new Map<string, { readonly batch: number; readonly until: number }>()
  return {
    rest(host, batch, until) {
      const before = rests.get(host)
      rests.set(host, {
        batch: Math.max(batch, before?.batch ?? batch),
        until: Math.max(until, before?.until ?? until),
      })
    },
    freeAt(host, batch) {
      const rest = rests.get(host)
      return rest === undefined || batch > rest.batch ? 0 : rest.until
    },
    lift: (host) => void rests.delete(host),
  }
}
