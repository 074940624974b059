// The entry of the extract page's preload: hands the page its one MessagePort and exposes nothing.
import { ipcRenderer, webFrame } from 'electron'

ipcRenderer.once('port', (event) => {
  window.postMessage('port', '*', [...event.ports])
})

// Where main freezes pages that come as text: scripts there may parse, which this page's own policy leaves to its one trusted type, and
// may do nothing else.
webFrame.setIsolatedWorldInfo(1_000, { name: 'freeze', csp: "default-src 'none'", securityOrigin: 'app://extract' })
