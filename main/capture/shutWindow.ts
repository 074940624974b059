// The walls of every window in which a stranger's page runs, a captured one as one in which the reader signs in: no permission, no certificate
// of the reader's, no other scheme, no way to the network but the proxy's.
import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import type { BrowserIdentity } from './browserIdentity.ts'
import type { Pass } from './proxy.ts'

/** What its window is made with, and a hidden one of our own that holds what a stranger wrote. */
export function shutPreferences(session: Session): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    autoplayPolicy: 'document-user-activation-required',
  }
}

export function shutSession(session: Session, identity: BrowserIdentity): void {
  session.setUserAgent(identity.userAgent, identity.languages)
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.setSpellCheckerEnabled(false)
}

/** What becomes of popups is for the window to say: until it does, there are none. */
export function shutContents(contents: WebContents, pass: Pass): void {
  contents.setAudioMuted(true)
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-prevent-unload', (event) => event.preventDefault())
  contents.on('select-client-certificate', (event, _url, _list, callback) => {
    event.preventDefault()
    callback(undefined as never) // The typings want a certificate; giving none is what declines.
  })
  contents.on('will-navigate', (event, url) => {
    if (!/^https?:/i.test(url)) event.preventDefault()
  })
  contents.on('login', (event, _details, auth, callback) => {
    event.preventDefault()
    if (auth.isProxy) callback(pass.username, pass.password)
    else callback()
  })
}
