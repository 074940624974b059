// The sites that the person has signed in to on purpose. Each has a session of its own on the disk, which the captures of that site use, and
// those of no other. Free of Electron: how a session is opened and emptied is given.
import { createHash } from 'node:crypto'

export type SignedInSites<S> = {
  /** The site an address or host belongs to, among those signed in to. */
  siteOf(host: string): string | undefined
  /** Its session; the site is listed from now on. */
  open(site: string): S
  session(site: string): S
  /** Empties its session and takes it off the list. */
  forget(site: string): Promise<void>
  list(): readonly string[]
}

export type SignedInOptions<S> = {
  /** Kept in the settings. */
  read(): readonly string[]
  write(sites: readonly string[]): void
  /** The session of that name, which lasts over restarts. */
  openSession(name: string): S
  empty(session: S): Promise<unknown>
}

/** The host that is meant when one signs in at it: `www.` is the same place, all below it belong to it, its neighbours do not. */
export function siteFor(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '')
}

export function createSignedInSites<S>({ read, write, openSession, empty }: SignedInOptions<S>): SignedInSites<S> {
  // A host may hold what a folder's name may not.
  const session = (site: string) =>
    openSession(`persist:site-${createHash('sha256').update(site).digest('hex').slice(0, 24)}`)
  return {
    siteOf(host) {
      const own = siteFor(host)
      const [closest] = read()
        .filter((site) => own === site || own.endsWith(`.${site}`))
        .sort((a, b) => b.length - a.length)
      return closest
    },
    open(site) {
      if (!read().includes(site)) write([...read(), site].sort())
      return session(site)
    },
    session,
    async forget(site) {
      write(read().filter((other) => other !== site))
      await empty(session(site))
    },
    list: read,
  }
}
