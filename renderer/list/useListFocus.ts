// The keys are in the list from the start, and what takes its place, be it other rows or the words of an empty view, has them from it:
// else they would be nowhere, and a screen reader with them.
import { useLayoutEffect, type RefObject } from 'react'
import { takeDueFocus } from '../app/searchField.ts'

let hadFocus = true

/** For what has `listId` while it stands there. */
export function useListFocus(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = place.current
    if (!takeDueFocus() && hadFocus && document.activeElement === document.body) box?.focus({ preventScroll: true })
    // Also on a button in it, which goes with it.
    return () => void (hadFocus = box?.contains(document.activeElement) ?? false)
  }, [place])
}
