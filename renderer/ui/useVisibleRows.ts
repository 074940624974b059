// Which rows of one height are on the screen. For 100,000 rows nothing is kept but two numbers.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

export type VisibleRows = {
  /** Indexes, both included; the last is below the first when there are none. Those in sight, */
  readonly from: number
  readonly to: number
  /** and those to be drawn. */
  readonly first: number
  readonly last: number
  /** Scrolls as little as brings the row into sight. */
  show(index: number): void
}

/** So many more are drawn above and below. */
const around = 6
/** Before the pane has been measured. */
const guessPx = 900

export function useVisibleRows(scroller: RefObject<HTMLElement | null>, count: number, heightPx: number): VisibleRows {
  const [place, setPlace] = useState({ from: 0, to: Math.ceil(guessPx / heightPx) })
  const heightBefore = useRef(heightPx)
  /** How many rows lie above what is in sight. Where rows grow lower the list ends sooner, and the engine has scrolled back by the time it is asked. */
  const above = useRef(0)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || heightBefore.current === heightPx) return
    // Rows of another height: the one at the top stays there.
    box.scrollTop = above.current * heightPx
    heightBefore.current = heightPx
  }, [scroller, heightPx])

  const look = useCallback(() => {
    const box = scroller.current
    if (!box) return
    above.current = box.scrollTop / heightPx
    const from = Math.floor(above.current)
    const to = Math.ceil((box.scrollTop + box.clientHeight) / heightPx)
    setPlace((now) => (now.from === from && now.to === to ? now : { from, to }))
  }, [scroller, heightPx])

  // A list that begins further down has no frame without rows.
  useLayoutEffect(() => {
    if ((scroller.current?.scrollTop ?? 0) > 0) look()
    // At its beginning.
  }, [])

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    // In the same frame, or the rows would be blank for one.
    const onScroll = () => flushSync(look)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(box)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [scroller, look, count])

  return {
    from: Math.max(0, Math.min(count - 1, place.from)),
    to: Math.min(count - 1, place.to),
    first: Math.max(0, Math.min(count - 1, place.from) - around),
    last: Math.min(count - 1, place.to + around),
    show(index) {
      const box = scroller.current
      if (!box) return
      const top = index * heightPx
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + heightPx > box.scrollTop + box.clientHeight) box.scrollTop = top + heightPx - box.clientHeight
    },
  }
}
