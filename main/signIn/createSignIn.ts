// Signing in to sites: one window a site, the sessions they leave, and pages saved as such a window shows them.
import { session as sessions } from 'electron'
import { failed, ok, type Result } from '../../preload/failure.ts'
import { hostPort, parseAddress, refusesTyped } from '../capture/address.ts'
import type { BrowserIdentity } from '../capture/browserIdentity.ts'
import type { Proxy } from '../capture/proxy.ts'
import type { RenderedPage } from '../capture/renderPage.ts'
import { shownPage } from './shownPage.ts'
import { createSignedInSites, siteFor, type SignedInSites } from './signedInSites.ts'
import { openSignInWindow, type SignInWindow } from './signInWindow.ts'

export type SignIn = {
  readonly sites: SignedInSites<Electron.Session>
  /** Shows the window of the address's site, at that address. */
  open(url: string): Promise<Result<null>>
  /** Closes its window and forgets who was signed in. */
  forget(site: string): Promise<void>
  close(): void
}

export type SignInOptions = {
  readonly proxy: Proxy
  readonly identity: BrowserIdentity
  /** The text of out/page/freeze.js. */
  readonly pageScript: string
  readSites(): readonly string[]
  writeSites(sites: readonly string[]): void
  /** host:port pairs on the own computer or network that may be opened. */
  allowed(): readonly string[]
  /** The person wants to keep what the window shows. */
  onSave(url: string, page: Result<RenderedPage>): void
  /** A window was closed: whoever waited for a sign-in there may try again. */
  onDone(site: string): void
}

export function createSignIn(options: SignInOptions): SignIn {
  const { proxy, identity, pageScript, readSites, writeSites, allowed, onSave, onDone } = options
  /** From the moment one is asked for: whoever presses twice means one window. */
  const windows = new Map<string, Promise<SignInWindow>>()
  const sites = createSignedInSites({
    read: readSites,
    write: writeSites,
    openSession: (name) => sessions.fromPartition(name),
    empty: (session) =>
      Promise.allSettled([
        session.clearStorageData(),
        session.clearCache(),
        session.clearAuthCache(),
        session.closeAllConnections(),
      ]),
  })

  return {
    sites,
    async open(text) {
      const parsed = parseAddress(text)
      if (!parsed.ok) return parsed
      const { url } = parsed.value
      if (refusesTyped(url, allowed())) return failed({ code: 'private-address' })
      const site = siteFor(new URL(url).hostname)
      const there = windows.get(site)
      if (there) {
        ;(await there).focus()
        return ok(null)
      }
      const session = sites.open(site)
      const opening: Promise<SignInWindow> = openSignInWindow({
        url,
        session,
        proxy,
        identity,
        allow: allowed().includes(hostPort(url)) ? allowed() : [],
        async onSave() {
          const { contents, pass, loaded } = await opening
          const address = contents.getURL()
          onSave(address, await shownPage({ contents, session, pass, loaded, script: pageScript }))
        },
        onClosed() {
          windows.delete(site)
          onDone(site)
        },
      })
      windows.set(site, opening)
      try {
        await opening
      } catch (error) {
        windows.delete(site)
        throw error
      }
      return ok(null)
    },
    async forget(site) {
      ;(await windows.get(site))?.close()
      await sites.forget(site)
    },
    close() {
      for (const opening of windows.values()) void opening.then((window) => window.close())
    },
  }
}
