// The capture as main starts it: the queue with everything behind it.
import { app, net, powerMonitor } from 'electron'
import { failed } from '../../preload/failure.ts'
import { browserIdentity, type BrowserIdentity } from './browserIdentity.ts'
import { createCapture, type CaptureOptions, type CaptureVault } from './captureArticle.ts'
import type { ConsentScript } from './consentScript.ts'
import type { Extractor } from './extraction.ts'
import type { Limits } from './limits.ts'
import type { Proxy } from './proxy.ts'
import type { JobStore } from './jobStore.ts'
import { createQueue, type Queue, type QueueOptions } from './queue.ts'
import { createPageFetcher } from './fetchPage.ts'
import type { OwnSessions } from './partitions.ts'
import { createRenderer } from './renderPage.ts'

export type StartCaptureOptions = Omit<QueueOptions, 'store' | 'capture'> & {
  readonly vault: CaptureVault & { readonly inbox: JobStore }
  readonly proxy: Proxy
  readonly extractor: Extractor
  /** The text of out/page/freeze.js. */
  readonly freezeScript: string
  readonly consentScript: ConsentScript
  readonly findArticle: CaptureOptions['findArticle']
  readonly versionsOf: CaptureOptions['versionsOf']
  readonly ruleFor: CaptureOptions['ruleFor']
  readonly limits?: Partial<Limits>
  readonly identity: BrowserIdentity
  /** Of sites that the person has signed in to. */
  readonly ownSessions: OwnSessions
}

/** Who captured pages meet. Call when the app is ready. */
export function ownIdentity(): BrowserIdentity {
  return browserIdentity(process.versions.chrome ?? '0', process.platform, app.getPreferredSystemLanguages())
}

/** Call when the app is ready. Closing the queue closes what was started here; proxy and extractor are the caller's. */
export function startCapture({
  vault,
  proxy,
  extractor,
  freezeScript,
  consentScript,
  findArticle,
  versionsOf,
  ruleFor,
  limits = {},
  identity,
  ownSessions,
  ...rest
}: StartCaptureOptions): Queue {
  keepAddressesOutOfWarnings()
  const engine = process.versions.chrome ?? '0'
  const renderer = createRenderer({ proxy, identity, pageScript: freezeScript, consentScript, limits, ownSessions })
  const fetcher = createPageFetcher({ identity, extractor, limits })
  const capture = createCapture({
    vault,
    renderer,
    fetcher: {
      // Only a window has the session in which the person is signed in.
      fetch: async (request) =>
        ownSessions.siteOf(new URL(request.url).hostname) === undefined
          ? fetcher.fetch(request)
          : failed({ code: 'sign-in-needed' }),
    },
    extractor,
    findArticle,
    versionsOf,
    ...(ruleFor && { ruleFor }),
    limits,
    app: `Offprint ${app.getVersion()}`,
    engine: `Chromium ${engine}`,
  })
  const queue = createQueue({ isOnline: () => net.isOnline(), ...rest, store: vault.inbox, capture })
  powerMonitor.on('resume', queue.wake)
  return {
    ...queue,
    async close() {
      powerMonitor.off('resume', queue.wake)
      await queue.close()
      renderer.close()
    },
  }
}

/** Electron warns of every page that does not load, with its whole address; what a person reads is nobody else's business. */
function keepAddressesOutOfWarnings(): void {
  const listeners = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'electron') for (const listener of listeners) listener(warning)
  })
}
