// Where one is in the text: the paragraph at the top of the screen, and how far down in it. Survives a change of font, width and window.

export type Position = {
  readonly paragraph: number
  /** How much of the paragraph is above the screen, 0 to 1. */ readonly part: number
}

/** Text above this line of the frame is behind the toolbar, or about to be. */
const topPx = 56

/** `blocks`: the element of each paragraph, in order. */
export function positionNow(blocks: readonly Element[]): Position {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.getBoundingClientRect().bottom ?? 0) > topPx) high = middle
    else low = middle + 1
  }
  const box = blocks[low]?.getBoundingClientRect()
  if (!box || box.height === 0) return { paragraph: Math.max(0, low), part: 0 }
  return { paragraph: low, part: Math.min(1, Math.max(0, (topPx - box.top) / box.height)) }
}

export function scrollToPosition(page: Document, blocks: readonly Element[], { paragraph, part }: Position) {
  const block = blocks[Math.min(paragraph, blocks.length - 1)]
  if (!block || (paragraph === 0 && part === 0)) return page.scrollingElement?.scrollTo({ top: 0 })
  const box = block.getBoundingClientRect()
  page.scrollingElement?.scrollBy({ top: box.top + part * box.height - topPx, behavior: 'instant' })
}

/** 0 at the top, 1 at the end; 1 for a text that fits on the screen. */
export function progressNow(page: Document): number {
  const scroller = page.scrollingElement
  if (!scroller) return 0
  const way = scroller.scrollHeight - scroller.clientHeight
  return way <= 4 ? 1 : Math.min(1, Math.max(0, scroller.scrollTop / way))
}
