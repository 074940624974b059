// The settings of the text -> the root element of the frame, which the sheets of the page read.
import { themeOf } from '../app/appSettings.ts'
import type { Settings } from '../../preload/contract.ts'

export function applyLooks(page: Document, settings: Settings) {
  const root = page.documentElement
  root.dataset['theme'] = themeOf(settings)
  root.dataset['font'] = settings.font
  root.toggleAttribute('data-justify', settings.justify)
  root.style.setProperty('--page-font', `var(--font-${settings.font})`)
  root.style.setProperty('--page-size', `${settings.fontSizePx}px`)
  root.style.setProperty('--page-leading', String(settings.lineHeight))
  root.style.setProperty('--page-measure', String(settings.measureCh))
}
