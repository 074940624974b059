/** A screenful less two lines, so that the eye finds where it was. */
export function turnPage(frame: HTMLIFrameElement | null, direction: 1 | -1) {
  const scroller = frame?.contentDocument?.scrollingElement
  if (!scroller) return
  const isSmooth = !matchMedia('(prefers-reduced-motion: reduce)').matches
  scroller.scrollBy({ top: direction * (scroller.clientHeight - overlapPx), behavior: isSmooth ? 'smooth' : 'instant' })
}

const overlapPx = 76

export function focusFrame(frame: HTMLIFrameElement | null) {
  frame?.contentWindow?.focus()
}
