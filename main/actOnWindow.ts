// What menus of the system do to a window by themselves, for the palette and keys of the window.
import type { BrowserWindow } from 'electron'
import type { WindowAct } from '../preload/contract.ts'

/** A step of Chromium's own menu; 0 is actual size. */
const zoomStep = 0.5

export function actOnWindow(window: BrowserWindow, act: WindowAct) {
  const { webContents } = window
  switch (act) {
    case 'zoom-in':
      return webContents.setZoomLevel(webContents.getZoomLevel() + zoomStep)
    case 'zoom-out':
      return webContents.setZoomLevel(webContents.getZoomLevel() - zoomStep)
    case 'zoom-reset':
      return webContents.setZoomLevel(0)
    case 'full-screen':
      return window.setFullScreen(!window.isFullScreen())
    case 'close':
      return window.close()
  }
}
