// The entry of the extract page's preload: hands the page its one MessagePort and exposes nothing.
import { ipcRenderer } from 'electron'

ipcRenderer.once('port', (event) => {
  window.postMessage('port', '*', [...event.ports])
})
