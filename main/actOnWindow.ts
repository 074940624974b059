// What menus of the system do to a window by themselves, for the palette and keys of the window.
import type { BrowserWindow } from 'electron'
import type { SettingsFile } from './settings.ts'
import type { WindowAct } from '../preload/contract.ts'

/** A step of Chromium's own menu; 0 is actual size. */
const zoomStep = 0.5
/** Windows goes to 2.25. */
const mostScale = 3

/** Actual size is that of the system's text. */
export function actOnWindow(window: BrowserWindow, act: WindowAct, settings: SettingsFile) {
  const { webContents } = window
  switch (act) {
    case 'zoom-in':
      return webContents.setZoomLevel(webContents.getZoomLevel() + zoomStep)
    case 'zoom-out':
      return webContents.setZoomLevel(webContents.getZoomLevel() - zoomStep)
    case 'zoom-reset':
      return webContents.setZoomFactor(settings.read().textScale)
    case 'full-screen':
      return window.setFullScreen(!window.isFullScreen())
    case 'close':
      return window.close()
  }
}

/** Enlarges all by what the system has made its text larger since it was last asked; what the person has added stays. */
export function followTextScale(window: BrowserWindow, scale: number, settings: SettingsFile) {
  const wanted = Math.min(mostScale, Math.max(1, scale))
  const { textScale } = settings.read()
  if (wanted === textScale) return
  const { webContents } = window
  webContents.setZoomFactor((webContents.getZoomFactor() * wanted) / textScale)
  settings.write({ textScale: wanted })
}
