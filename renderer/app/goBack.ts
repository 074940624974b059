// Escape: one step back, from the innermost thing outwards.
import { giveLostKeys } from './giveLostKeys.ts'
import { closeLayer, layers } from './layers.ts'
import { panes } from './panes.ts'
import { isReading, readerHandle } from './readerHandle.ts'
import { focusList } from './searchField.ts'
import { chooseNone, closeArticle, selection, typeQuery } from './selection.ts'

export function goBack() {
  if (layers.get().top) return closeLayer()
  if (readerHandle.get()?.leaveChosen()) return
  if (isReading() && readerHandle.get()?.endFind()) return
  const { chosen, open, query } = selection.get()
  const { isFocused, isOverlayOpen, width } = panes.get()
  if (isOverlayOpen) return panes.change({ isOverlayOpen: false })
  if (isFocused) return panes.change({ isFocused: false })
  if (open !== undefined && width !== 'wide') {
    closeArticle()
    return focusList()
  }
  if (isReading()) return focusList()
  if (chosen.size > 0) return chooseNone()
  if (query === '') return
  typeQuery('')
  // With the search goes the button that ends it, and whatever of its results had the keys.
  giveLostKeys()
}
