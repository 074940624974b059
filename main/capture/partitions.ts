// Sessions for captures. Electron never frees one (0.6 MB each, measured), so they are used again: emptied after every capture, and as
// long as there are others, not for a site that one of their captures has met. To every site each capture is somebody new, but to those
// that the person has signed in to: these have a session of their own.
import { randomUUID } from 'node:crypto'
import { session as sessions, type Session } from 'electron'

export type Partition = {
  readonly session: Session
  /** False when it is not the one for this host: an earlier capture in it has met it, or the host has one of its own. */
  suits(host: string): boolean
  /** Empties it; afterwards another capture may have it. `met`: the hosts it has spoken to. */
  release(met: Iterable<string>): void
}

export type Partitions = {
  /** An empty one, or that of the site where the capture begins. Waits while another capture has it. */
  take(host: string): Promise<Partition>
  /** An empty one for a capture that nobody has asked for yet. `likely`: where it may begin, which is where the last one did. */
  takeAhead(likely: string): Promise<Partition>
}

/** The sites that have a session of their own. */
export type OwnSessions = {
  siteOf(host: string): string | undefined
  session(site: string): Session
}
/** So many at a time; only a list of many links of one site ever needs them all. */
const atATime = 8
/** What cannot be emptied, such as how to greet a host by TLS, is no longer used after so many; the session's memory is not given back. */
const capturesEach = 100
/** A process that was ended may still have something under way to its store. */
const emptyAfterMs = 500

type Kept = { readonly session: Session; readonly met: Set<string>; captures: number }

export function createPartitions(own?: OwnSessions): Partitions {
  const free: Kept[] = []
  let live = 0

  const fresh = (): Kept => {
    live++
    return { session: sessions.fromPartition(`capture-${randomUUID()}`, { cache: true }), met: new Set(), captures: 0 }
  }
  const choose = (host: string): Kept => {
    const at = free.findIndex(({ met }) => !met.has(siteOf(host)))
    const [suitable] = at === -1 ? [] : free.splice(at, 1)
    return suitable ?? (live >= atATime ? free.shift() : undefined) ?? fresh()
  }

  // One capture at a time: only the last one that listens to a session hears of its requests.
  const turns = new Map<string, Promise<void>>()
  const takeOwn = async (site: string, session: Session): Promise<Partition> => {
    const before = turns.get(site)
    let end: () => void = () => undefined
    turns.set(site, new Promise((resolve) => (end = resolve)))
    await before
    return {
      session,
      suits: (other) => own?.siteOf(other) === site,
      release() {
        // Who is signed in stays signed in; what was loaded is of no use to the next.
        void session.clearCache().finally(end)
      },
    }
  }

  const takeAhead = async (host: string): Promise<Partition> => {
    const kept = choose(host)
    kept.captures++
    return {
      session: kept.session,
      suits: (other) => own?.siteOf(other) === undefined && (!kept.met.has(siteOf(other)) || live >= atATime),
      release(met) {
        for (const one of met) kept.met.add(siteOf(one))
        void empty(kept.session).then((isEmpty) => {
          if (isEmpty && kept.captures < capturesEach) free.push(kept)
          else live--
        })
      },
    }
  }

  return {
    take(host) {
      const site = own?.siteOf(host)
      return own && site !== undefined ? takeOwn(site, own.session(site)) : takeAhead(host)
    },
    takeAhead,
  }
}

/** Near enough: the last two labels. Two sites under a suffix such as co.uk count as one, which costs a session and nothing else. */
function siteOf(host: string): string {
  return /^[\d.]+$|:/.test(host) ? host : host.toLowerCase().replace(/\.$/, '').split('.').slice(-2).join('.')
}

/** False when something could not be emptied: that one is not used again. */
async function empty(session: Session): Promise<boolean> {
  session.removeAllListeners('will-download')
  await new Promise((resolve) => setTimeout(resolve, emptyAfterMs).unref())
  const emptied = await Promise.allSettled([
    session.closeAllConnections(),
    session.clearStorageData(),
    session.clearCache(),
    session.clearAuthCache(),
    session.clearHostResolverCache(),
    session.clearCodeCaches({}),
  ])
  return emptied.every(({ status }) => status === 'fulfilled')
}
