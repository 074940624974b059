import type { KeyboardEvent } from 'react'

const linePx = 40
/** Of what is seen, so much stays: one reads on where one was. */
const pageShare = 0.9

/** For what has the focus and does not scroll itself: the keys that scroll a page scroll what is within. Keys pressed on anything in it are that thing's own. */
export function scrollByKey(event: KeyboardEvent<HTMLElement>, within: string) {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const box = event.currentTarget.querySelector(within)
  if (!box) return
  const page = box.clientHeight * pageShare
  const by = {
    ...{ ArrowDown: linePx, ArrowUp: -linePx, PageDown: page, PageUp: -page },
    ...{ ' ': event.shiftKey ? -page : page, Home: -box.scrollHeight, End: box.scrollHeight },
  }[event.key]
  if (by === undefined) return
  event.preventDefault()
  box.scrollBy({ top: by })
}
