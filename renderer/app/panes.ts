// Which panes stand side by side. Wide: all three. Middle: the reader takes the list's place. Narrow: the sidebar lies over the rest.
import { createStore } from '../ui/createStore.ts'
import { appSettings, changeSettings } from './appSettings.ts'

export type PanesWidth = 'wide' | 'middle' | 'narrow'

export const panes = createStore<{
  readonly width: PanesWidth
  /** Focus mode: only the text. */
  readonly isFocused: boolean
  readonly isOverlayOpen: boolean
}>({ width: widthNow(), isFocused: false, isOverlayOpen: false })

export function startPanes() {
  const follow = () => panes.change({ width: widthNow() })
  window.addEventListener('resize', follow)
  follow()
}

export function toggleSidebar() {
  if (panes.get().width === 'narrow') return panes.change({ isOverlayOpen: !panes.get().isOverlayOpen })
  if (panes.get().isFocused) return panes.change({ isFocused: false })
  changeSettings({ sidebarHidden: !appSettings.get().sidebarHidden })
}

export function toggleFocus() {
  panes.change({ isFocused: !panes.get().isFocused, isOverlayOpen: false })
}

function widthNow(): PanesWidth {
  return innerWidth < 720 ? 'narrow' : innerWidth < 1000 ? 'middle' : 'wide'
}
