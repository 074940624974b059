// The keys are never nowhere: what had the focus may go, or be hidden behind another pane, while a dialog lies over it.
import { focusReader } from './readerHandle.ts'
import { focusList } from './searchField.ts'

/** To the list, or to the text where that stands in its place; not where something has the focus. */
export function giveLostKeys() {
  requestAnimationFrame(() => {
    if (!areKeysLost()) return
    if (document.querySelector('[data-pane="list"]')?.closest('[inert]')) focusReader({ isComing: false })
    else focusList()
  })
}

function areKeysLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.closest('[inert]') !== null
}
