// Escape in a dialog. Radix hears it too, but counts its layers anew only a moment after one has come or gone: pressed in that moment, the key
// was taken by a dialog that is covered, or by none.
import { useLayoutEffect, useRef } from 'react'

type Open = { readonly leave: { readonly current: () => void } }

/** The one on top last. */
const open: Open[] = []

document.addEventListener(
  'keydown',
  (event) => {
    const top = open.at(-1)
    if (event.key !== 'Escape' || event.isComposing || !top) return
    event.preventDefault()
    top.leave.current()
  },
  { capture: true },
)

/** What Escape does while this dialog is the one on top, wherever the keys are. */
export function useEscape(leave: () => void) {
  const latest = useRef(leave)
  useLayoutEffect(() => {
    latest.current = leave
  })
  useLayoutEffect(() => {
    const own: Open = { leave: latest }
    open.push(own)
    return () => void open.splice(open.indexOf(own), 1)
  }, [])
}
