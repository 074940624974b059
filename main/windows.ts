// The app window, and the walls around every page that runs in this process: no permission but three, no navigation, no window of a page's own.
import { BrowserWindow, screen, session, type Session, type WebContents } from 'electron'
import { join } from 'node:path'
import { offerFieldMenu } from './fieldMenu.ts'
import { log } from './log.ts'
import { appOrigin } from './origins.ts'
import { placeOnScreen } from './placeOnScreen.ts'
import type { SettingsFile, WindowPlace } from './settings.ts'

const allowedPermissions: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
  'persistent-storage',
])

/** The name of the folder, in the profile's Partitions, of what belongs to this vault's window. */
export function libraryPartition(vaultMark: string): string {
  return `library-${vaultMark}`
}

/** The one session of the app window: what lies in it belongs to one vault, so that two vaults never share a library. */
export function appSession(vaultMark: string): Session {
  const own = session.fromPartition(`persist:${libraryPartition(vaultMark)}`)
  allowOnly(own, (url, permission) => isOwnPage(url) && allowedPermissions.has(permission))
  own.setSpellCheckerEnabled(false) // dictionaries would come from a host outside
  return own
}

/** The session of the extract page: nothing kept, nothing allowed, nothing reachable but what `serve` gives. */
export function extractSession(): Session {
  const own = session.fromPartition('extract')
  allowOnly(own, () => false)
  return own
}

function allowOnly(own: Session, isAllowed: (url: string, permission: string) => boolean) {
  own.setPermissionRequestHandler((contents, permission, callback, details) =>
    callback(isAllowed(details.requestingUrl, permission) && !contents.isDestroyed()),
  )
  own.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(origin, permission))
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler((_request, callback) => callback({}))
}

function isOwnPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}` === appOrigin
  } catch {
    return false // an opaque or empty origin is nobody of ours
  }
}

/** Hidden until it has painted. `mount` false: the library and the index without the panes, for the command line. */
export function openAppWindow(options: {
  session: Session
  folder: string
  settings: SettingsFile
  background: string
  mount: boolean
}): BrowserWindow {
  const { workArea } = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().map((display) => display.workArea)
  const place = placeOnScreen(options.settings.readWindow(), [workArea, ...others])
  const window = new BrowserWindow({
    ...(place.x !== undefined && place.y !== undefined ? { x: place.x, y: place.y } : {}),
    width: place.width,
    height: place.height,
    minWidth: 720,
    minHeight: 520,
    show: false,
    title: 'Offprint',
    backgroundColor: options.background,
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      preload: join(options.folder, 'preload', 'bridge.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      disableBlinkFeatures: 'Auxclick',
      autoplayPolicy: 'document-user-activation-required',
      // The library must answer the command line and the queue while the window is covered or hidden.
      backgroundThrottling: false,
    },
  })
  if (place.maximised && options.mount) window.maximize()
  rememberPlace(window, options.settings)
  const home = `${appOrigin}/index.html${options.mount ? '' : '#hidden'}`
  pinToOwnPages(window.webContents, home)
  offerFieldMenu(window.webContents)
  window.loadURL(home).catch(() => undefined) // 'did-fail-load' says it to who waits; a window that is closed before it stands fails too
  return window
}

/** For every page of this process, whoever made it. Capture windows add their own, stricter rules. */
export function wallIn(contents: WebContents) {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  if (contents.getType() === 'webview') contents.close()
}

/** The app window stays where it is; its frames may load our own reader and snapshots and nothing else. */
function pinToOwnPages(contents: WebContents, home: string) {
  contents.on('will-navigate', (event) => {
    log.warn('navigation refused')
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  // Chromium asks nobody before it shows about:blank, so that is put right afterwards.
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnPage(url)) void contents.loadURL(home)
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !isOwnFrame(event.url)) event.preventDefault()
  })
}

function isOwnFrame(url: string): boolean {
  return isOwnPage(url) && /^\/(reader\/|snapshot\/)/.test(new URL(url).pathname)
}

function rememberPlace(window: BrowserWindow, settings: SettingsFile) {
  window.on('close', () => {
    const place: WindowPlace = { ...window.getNormalBounds(), maximised: window.isMaximized() }
    if (window.isVisible())
      settings.writeWindow({ ...place, width: Math.max(720, place.width), height: Math.max(520, place.height) })
  })
}
