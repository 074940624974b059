// What one looks at stays where it is while rows come and go above it; another search begins at its first row, and a view is where it was left.
import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { CaptureJob } from '../../preload/capture.ts'

type Rows = { readonly list: string; readonly jobs: readonly CaptureJob[]; readonly ids: readonly string[] }

/** How far the views that one has left were scrolled, and in which order they stood: in another one other rows are there. */
const places = new Map<string, { readonly list: string; readonly top: number }>()
/** So many rows are tried, when those above them have gone at the same time. */
const mostTried = 40

/** `list`: which it is; searches differ by their words, views also by their order. `view`: whoever comes back to it comes to the same place. */
export function useHeldPlace(
  scroller: RefObject<HTMLElement | null>,
  { list, jobs, ids }: Rows,
  { height, view }: { height: number; view: string | undefined },
): { wasHere: RefObject<boolean | undefined> } {
  const before = useRef<Rows>(undefined)
  /** Known when the list before has gone, and has noted how it was left. */
  const wasHere = useRef<boolean>(undefined)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || view === undefined) return
    const kept = places.get(view)
    wasHere.current ??= kept?.list === list
    box.scrollTop = kept?.list === list ? kept.top : 0
    return () => void places.set(view, { list, top: box.scrollTop })
  }, [scroller, list, view])

  useLayoutEffect(() => {
    const box = scroller.current
    const was = before.current
    before.current = { list, jobs, ids }
    if (!box || !was) return
    if (was.list !== list) box.scrollTop = 0
    else if (box.scrollTop > 0)
      box.scrollTop += movedBy(was, before.current, Math.floor(box.scrollTop / height)) * height
    // Another height is no other place: useVisibleRows follows it
  }, [scroller, list, jobs, ids])

  return { wasHere }
}

/** By how many rows the first that is in sight, and still listed, has moved. */
function movedBy(was: Rows, now: Rows, top: number): number {
  for (let index = top; index < top + mostTried; index += 1) {
    const key = keyAt(was, index)
    if (key === undefined) return 0
    const place = keyAt(now, index) === key ? index : placeOf(now, key)
    if (place >= 0) return place - index
  }
  return 0
}

function keyAt({ jobs, ids }: Rows, index: number): string | undefined {
  return index < jobs.length ? jobs[index]?.id : ids[index - jobs.length]
}

function placeOf({ jobs, ids }: Rows, key: string): number {
  const job = jobs.findIndex((one) => one.id === key)
  if (job >= 0) return job
  const id = ids.indexOf(key)
  return id < 0 ? id : id + jobs.length
}
