// The size of text that the person has asked of the whole system. Chromium follows GNOME's by itself, by drawing everything larger; the one of Windows it only
// tells the page. Everything is enlarged by it, as by Ctrl +, because rows and panes have to grow with their words.
import { ask } from './bridge.ts'

/** Undefined where the system's wish has been followed already, or none is known. */
export function systemTextScale(platform: string): number | undefined {
  if (platform !== 'win32') return undefined
  const probe = document.createElement('div')
  probe.style.cssText = 'position: absolute; visibility: hidden; width: calc(100px * env(preferred-text-scale, 1))'
  document.body.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return Math.round(width) / 100
}

export function followTextScale(platform: string) {
  const scale = systemTextScale(platform)
  if (scale !== undefined) void ask('window.textScale', scale)
}
