// A hidden window with a session of its own that nothing shares and nothing outlives, in which a stranger's page may run.
// Every way out of it is shut here: dialogs, popups, downloads, permissions, other schemes, the direct way to the network.
import { setTimeout as pause } from 'node:timers/promises'
import { BrowserWindow, type Session, type WebContents } from 'electron'
import type { BrowserIdentity } from './browserIdentity.ts'
import { imageType } from './imageType.ts'
import type { Limits } from './limits.ts'
import { followFrames, type PageFrames } from './pageFrames.ts'
import { watchTraffic, type PageTraffic } from './pageTraffic.ts'
import type { Partition } from './partitions.ts'
import { openPageWorld, worldName, type PageWorld } from './pageWorld.ts'
import type { Pass, Proxy } from './proxy.ts'
import { shutContents, shutPreferences, shutSession } from './shutWindow.ts'

export type CaptureWindow = {
  readonly contents: WebContents
  readonly session: Session
  readonly traffic: PageTraffic
  readonly pass: Pass
  readonly partition: Partition
  readonly world: PageWorld
  readonly frames: PageFrames
  /** The page tried to be a download. */
  wasDownload(): boolean
  /** Bytes of the top document, unpacked, as far as they have come; undefined when they cannot be counted. */
  documentBytes(): number | undefined
  /** Bytes of everything the page has loaded, unpacked, by address; but for frames in other processes. */
  readonly loadedBytes: ReadonlyMap<string, number>
  /** The top of the page as it looks now, small: JPEG. Undefined where it does not come soon. */
  picture(): Promise<Uint8Array | undefined>
  /** Ends the page; the session stays, so that what it loaded can be read from its cache. */
  closePage(): void
  /** The page does not answer any more: its process is ended first, or destroying the window would wait for it. */
  killPage(): void
  /** Ends everything and forgets everything. */
  destroy(): void
}

export type CaptureWindowOptions = {
  readonly proxy: Proxy
  readonly partition: Partition
  readonly identity: BrowserIdentity
  readonly limits: Limits
  /** The text of out/page/freeze.js. */
  readonly script: string
  /** False: the page's scripts are not run at all. */
  readonly scripts: boolean
}

/** As wide as most readers' windows: sites then send the layout they care about most. */
export const viewport = { width: 1280, height: 900 } as const

export async function openCaptureWindow({
  proxy,
  partition,
  identity,
  limits,
  script,
  scripts,
}: CaptureWindowOptions): Promise<CaptureWindow> {
  const { session } = partition
  const pass = proxy.open()
  shutSession(session, identity)
  const traffic = watchTraffic(session, identity, limits)
  let download = false
  session.on('will-download', (event, item) => {
    event.preventDefault()
    if (item.getURL() === traffic.topUrl()) download = true // else a frame or a script wanted to; the page is a page
  })
  // `<-loopback>`: Chromium would go to loopback directly otherwise, past the proxy.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: `http://127.0.0.1:${proxy.port}`,
    proxyBypassRules: '<-loopback>',
  })

  const window = new BrowserWindow({
    show: false,
    ...viewport,
    useContentSize: true,
    webPreferences: { ...shutPreferences(session), javascript: scripts },
  })
  const { webContents: contents } = window
  let isDestroyed = false
  const closePage = () => {
    if (!window.isDestroyed()) window.destroy()
  }
  const destroy = () => {
    if (isDestroyed) return
    isDestroyed = true
    closePage()
    pass.close()
    partition.release(traffic.hosts)
  }
  try {
    shutContents(contents, pass)
    // A page of nothing, so that the process stands before the address is known.
    await contents.loadURL('about:blank')
    return {
      contents,
      session,
      traffic,
      pass,
      partition,
      ...(await inspect(contents, identity)),
      world: await openPageWorld(contents, script),
      frames: await followFrames(contents.debugger, worldName),
      wasDownload: () => download,
      closePage,
      killPage() {
        if (!window.isDestroyed()) contents.forcefullyCrashRenderer()
        closePage()
      },
      destroy,
    }
  } catch (error) {
    destroy()
    throw error
  }
}

/** Chromium tells of unpacked bytes only through its DevTools protocol; the same connection gives scripts the right client hints. */
async function inspect(
  contents: WebContents,
  identity: BrowserIdentity,
): Promise<Pick<CaptureWindow, 'documentBytes' | 'loadedBytes' | 'picture'>> {
  const { debugger: inspector } = contents
  let topFrame: string | undefined
  let topRequest: string | undefined
  let bytes: number | undefined
  let pictured: (bytes: Uint8Array) => void = () => undefined
  const addresses = new Map<string, string>()
  const loadedBytes = new Map<string, number>()
  inspector.attach('1.3')
  inspector.on('message', (_event, method, params: InspectorMessage) => {
    if (method === 'Page.screencastFrame') {
      const bytes = Buffer.from(params.data ?? '', 'base64')
      const width = imageType(bytes)?.size?.width ?? 0
      if (width > watched.maxWidth && bytes.length >= leastPictureBytes) pictured(bytes)
      void inspector.sendCommand('Page.screencastFrameAck', { sessionId: params.sessionId }).catch(() => undefined) // The window has gone.
    }
    const { requestId = '' } = params
    if (method === 'Network.requestWillBeSent') addresses.set(requestId, params.request?.url ?? '')
    if (method === 'Network.loadingFinished' || method === 'Network.loadingFailed') addresses.delete(requestId)
    const address = method === 'Network.dataReceived' ? addresses.get(requestId) : undefined
    if (address !== undefined) loadedBytes.set(address, (loadedBytes.get(address) ?? 0) + (params.dataLength ?? 0))
    if (method === 'Network.requestWillBeSent' && params.type === 'Document') {
      topFrame ??= params.frameId // the first document is that of the top frame; its frame keeps its id over navigations
      if (params.frameId !== topFrame) return
      topRequest = params.requestId
      bytes = 0
    }
    if (method === 'Network.dataReceived' && params.requestId === topRequest)
      bytes = (bytes ?? 0) + (params.dataLength ?? 0)
  })
  const { metadata, userAgent, languages } = identity
  await inspector.sendCommand('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 })
  await inspector.sendCommand('Emulation.setUserAgentOverride', {
    userAgent,
    acceptLanguage: languages,
    userAgentMetadata: metadata,
  })
  // To its scripts it is the window in front, as it would be to a reader: some do nothing in one that has not the focus.
  await inspector.sendCommand('Emulation.setFocusEmulationEnabled', { enabled: true })
  await inspector.sendCommand('Page.startScreencast', watched)
  const pictureNow = async (): Promise<Uint8Array | undefined> => {
    const taken = new Promise<Uint8Array>((resolve) => (pictured = resolve))
    try {
      await inspector.sendCommand('Page.stopScreencast')
      await inspector.sendCommand('Page.startScreencast', picture)
    } catch {
      return undefined // The window has gone.
    }
    return Promise.race([taken, pause(pictureMs, undefined)])
  }
  return { documentBytes: () => bytes, loadedBytes, picture: pictureNow }
}

/** A hidden window falls to one painting a second as soon as its view changes, unless somebody watches it. Nobody looks at these. */
const watched = { format: 'jpeg', quality: 1, maxWidth: 16, maxHeight: 16 } as const
const picture = { format: 'jpeg', quality: 70, maxWidth: 320, maxHeight: 225 } as const
/** Less than this is one colour: a page that stands at once may be shown before it is painted. */
const leastPictureBytes = 2_000
/** Longer than a picture takes of a window that is painted at all, also while the machine is busy. */
const pictureMs = 1_500

type InspectorMessage = {
  readonly type?: string
  readonly requestId?: string
  readonly sessionId?: number
  readonly data?: string
  readonly frameId?: string
  readonly dataLength?: number
  readonly request?: { readonly url: string }
}
