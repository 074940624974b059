// A window in which the person signs in to one site: a real page, in the session of that site, behind the same walls as a captured one. Its
// title and its menu say what it is; the page can change neither.
import { BrowserWindow, Menu, type MenuItemConstructorOptions, type Session, type WebContents } from 'electron'
import { displayHost } from '../capture/address.ts'
import type { BrowserIdentity } from '../capture/browserIdentity.ts'
import type { Pass, Proxy } from '../capture/proxy.ts'
import { shutContents, shutPreferences, shutSession } from '../capture/shutWindow.ts'
import { editEntries } from '../editEntries.ts'
import { words as ownWords } from '../words.ts'
import { words } from './words.ts'

export type SignInWindow = {
  readonly contents: WebContents
  readonly pass: Pass
  readonly loaded: ReadonlySet<string>
  focus(): void
  close(): void
}

export type SignInWindowOptions = {
  readonly url: string
  readonly session: Session
  readonly proxy: Proxy
  readonly identity: BrowserIdentity
  /** host:port pairs on the own computer or network that it may reach. */
  readonly allow: readonly string[]
  onSave(): unknown
  onClosed(): void
}

const size = { width: 1_100, height: 820 } as const
/** Where another site asks who one is, it does so in a window of this size, as they expect it. */
const popupSize = { width: 560, height: 720 } as const
/** So many windows of the page's own at a time; a sign-in needs one. */
const mostPopups = 2
/** So many addresses are remembered as loaded. */
const mostLoaded = 5_000

export async function openSignInWindow(options: SignInWindowOptions): Promise<SignInWindow> {
  const { url, session, proxy, identity, onSave, onClosed } = options
  const pass = proxy.open({ allow: options.allow })
  const loaded = new Set<string>()
  shutSession(session, identity)
  session.removeAllListeners('will-download')
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onCompleted(({ url: address, statusCode }) => {
    if (statusCode < 400 && loaded.size < mostLoaded) loaded.add(address)
  })
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: `http://127.0.0.1:${proxy.port}`,
    proxyBypassRules: '<-loopback>',
  })
  const window = new BrowserWindow({
    ...size,
    show: true,
    title: words.title(displayHost(new URL(url).hostname)),
    autoHideMenuBar: false,
    webPreferences: shutPreferences(session),
  })
  const { webContents: contents } = window
  dress(window, url, { pass, onSave })
  openPopups(window, pass)
  window.once('closed', () => {
    pass.close()
    onClosed()
  })
  contents.loadURL(url).catch(() => undefined) // The window shows why it did not load.
  return {
    contents,
    pass,
    loaded,
    focus: () => (window.isMinimized() ? window.restore() : window.focus()),
    close: () => (window.isDestroyed() ? undefined : window.close()),
  }
}

type Dressing = { readonly pass: Pass; onSave?(): void }

/** Its walls, its name and its menu. */
function dress(window: BrowserWindow, url: string, { pass, onSave }: Dressing): void {
  const { webContents: contents } = window
  shutContents(contents, pass)
  contents.setWindowOpenHandler(({ url: wanted }) => openHere(contents, wanted))
  const name = () => window.setTitle(words.title(hostOf(contents.getURL()) ?? hostOf(url) ?? ''))
  window.on('page-title-updated', (event) => event.preventDefault()) // what it is called is ours to say
  contents.on('did-navigate', name)
  contents.on('did-redirect-navigation', name)
  name()
  showMenu(window, onSave)
}

/**
 * Sites that let others say who one is open a window for it and wait until that one answers: it is a window like this one, above it, in its
 * session, and goes with it. All else that the page would open in a new place is opened here.
 */
function openPopups(window: BrowserWindow, pass: Pass): void {
  const { webContents: contents } = window
  const popups = new Set<BrowserWindow>()
  contents.setWindowOpenHandler(({ url, disposition }) => {
    const isPopup = disposition === 'new-window' && /^(?:https?:|about:blank$)/i.test(url)
    if (isPopup && popups.size < mostPopups) {
      const overrideBrowserWindowOptions = {
        ...popupSize,
        parent: window,
        title: words.title(hostOf(url) ?? ''),
        autoHideMenuBar: false,
        webPreferences: shutPreferences(contents.session),
      }
      return { action: 'allow', overrideBrowserWindowOptions }
    }
    return openHere(contents, url)
  })
  contents.on('did-create-window', (popup, { url }) => {
    popups.add(popup)
    popup.once('closed', () => popups.delete(popup))
    dress(popup, url, { pass })
  })
  window.once('closed', () => {
    for (const popup of popups) if (!popup.isDestroyed()) popup.destroy()
  })
}

function openHere(contents: WebContents, url: string): { action: 'deny' } {
  if (/^https?:/i.test(url)) void contents.loadURL(url).catch(() => undefined) // The window shows why it did not load.
  return { action: 'deny' }
}

function hostOf(url: string): string | undefined {
  return /^https?:/.test(url) ? displayHost(new URL(url).hostname) : undefined
}

/** Only the window itself can be saved from: what stands in one above it is a way in, no page to keep. */
function showMenu(window: BrowserWindow, onSave?: () => void): void {
  const { webContents: contents } = window
  const entries: MenuItemConstructorOptions[] = [
    {
      label: words.menu,
      submenu: [
        ...(onSave
          ? [{ label: words.save, ...shownOnly('CmdOrCtrl+S'), click: onSave }, { type: 'separator' as const }]
          : []),
        { label: words.back, accelerator: 'Alt+Left', click: () => contents.goBack() },
        { label: words.reload, accelerator: 'CmdOrCtrl+R', click: () => contents.reload() },
        { type: 'separator' },
        { label: words.done, ...shownOnly('CmdOrCtrl+W'), click: () => window.close() },
      ],
    },
    { label: ownWords.menu.edit, submenu: editEntries() },
  ]
  // The page gets no say in these two.
  contents.on('before-input-event', (event, { type, key, control, meta, alt, shift }) => {
    if (type !== 'keyDown' || (!control && !meta) || alt || shift) return
    const run = { s: onSave, w: () => window.close() }[key.toLowerCase()]
    if (!run) return
    event.preventDefault()
    run()
  })
  const menu = Menu.buildFromTemplate(entries)
  if (process.platform !== 'darwin') return window.setMenu(menu)
  // There the menu is the screen's: it is this window's for as long as it is in front.
  const usual = Menu.getApplicationMenu()
  window.on('focus', () => Menu.setApplicationMenu(menu))
  window.on('blur', () => Menu.setApplicationMenu(usual))
  window.once('closed', () => Menu.setApplicationMenu(usual))
}

function shownOnly(accelerator: string) {
  return { accelerator, registerAccelerator: false } as const
}
