// Space and Shift Space, and where the keys go. Not the engine's own smooth scrolling: that takes half a second and begins anew from wherever
// it is, so that of three quick presses one counted, and what a key does to the text at the top was done to the text that was leaving.

/** A screenful less two lines, so that the eye finds where it was. */
const overlapPx = 76
const turnMs = 120

/** Brings the turn that is under way to its end at once. */
let endTurn = () => {}

export function turnPage(frame: HTMLIFrameElement | null, direction: 1 | -1) {
  const scroller = frame?.contentDocument?.scrollingElement
  if (!scroller) return
  endTurn()
  const wanted = scroller.scrollTop + direction * (scroller.clientHeight - overlapPx)
  const to = Math.max(0, Math.min(scroller.scrollHeight - scroller.clientHeight, wanted))
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) scroller.scrollTo({ top: to, behavior: 'instant' })
  else glide(scroller, to)
}

/** Whoever scrolls otherwise meanwhile is not pulled away; whoever presses a key finds the page turned. */
function glide(scroller: Element, to: number) {
  const from = scroller.scrollTop
  const began = performance.now()
  let at = from
  const go = (top: number) => {
    scroller.scrollTo({ top, behavior: 'instant' })
    at = scroller.scrollTop
  }
  const step = (now: number) => {
    if (scroller.scrollTop !== at) return stop()
    const part = Math.max(0, Math.min(1, (now - began) / turnMs))
    go(from + (to - from) * (1 - (1 - part) ** 3))
    if (part < 1) handle = requestAnimationFrame(step)
    else stop()
  }
  const windows = [window, scroller.ownerDocument.defaultView]
  const end = () => {
    if (scroller.scrollTop === at) go(to)
    stop()
  }
  const stop = () => {
    cancelAnimationFrame(handle)
    for (const one of windows) one?.removeEventListener('keydown', end, true)
    if (endTurn === end) endTurn = () => {}
  }
  let handle = requestAnimationFrame(step)
  for (const one of windows) one?.addEventListener('keydown', end, true)
  endTurn = end
}

export function focusFrame(frame: HTMLIFrameElement | null) {
  frame?.contentWindow?.focus()
}
