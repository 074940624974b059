// Whether the panel beside the text is open, and what it shows. Remembered with the settings.
import { appSettings, changeSettings } from '../../app/appSettings.ts'
import { focusReader, isReading } from '../../app/readerHandle.ts'
import { createStore } from '../../ui/createStore.ts'

export const panelTabs = ['contents', 'highlights', 'details', 'similar'] as const
export type PanelTab = (typeof panelTabs)[number]

/** `focus`: what in it is to have the focus once it stands there. */
export const panelFocus = createStore<{ readonly due?: 'tab' | 'note' | undefined }>({})

let last: PanelTab = 'contents'

export function openPanel(tab: PanelTab = last, focus: 'tab' | 'note' = 'tab') {
  last = tab
  panelFocus.set({ due: focus })
  changeSettings({ panel: tab })
}

/** Without a claim on the focus. */
export function showPanelTab(tab: PanelTab) {
  last = tab
  changeSettings({ panel: tab })
}

/** The keys that were in it go to the text; those that are in the list stay there. */
export function closePanel() {
  changeSettings({ panel: 'closed' })
  if (isReading()) focusReader({ isComing: false })
}

export function togglePanel() {
  const { panel } = appSettings.get()
  if (panel === 'closed') openPanel()
  else closePanel()
}
