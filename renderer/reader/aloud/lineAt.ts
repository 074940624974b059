/** Both in pixels from the top of what is seen of the page. */
export type Line = { readonly top: number; readonly bottom: number }

/** The line of text at that height of the page's frame, or the one nearest to it; a picture counts as one. Undefined where there is neither. */
export function lineAt(page: Document, y: number): Line | undefined {
  const column = page.querySelector('.page-text')?.getBoundingClientRect()
  if (!column) return undefined
  const height = page.documentElement.clientHeight
  const [x, seenY] = [column.left + column.width / 2, Math.max(1, Math.min(height - 1, y))]
  const picture = page.elementFromPoint(x, seenY)?.closest('.page-text img')?.getBoundingClientRect()
  if (picture) return { top: picture.top, bottom: picture.bottom }
  const caret = page.caretRangeFromPoint(x, seenY)
  const node = caret?.startContainer
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return undefined
  const length = node.textContent?.length ?? 0
  caret.setStart(node, Math.max(0, caret.startOffset - 1))
  caret.setEnd(node, Math.min(length, caret.startOffset + 2))
  const boxes = [...caret.getClientRects()].filter((box) => box.height > 0)
  const away = (box: DOMRect) => Math.abs((box.top + box.bottom) / 2 - y)
  const box = boxes.sort((a, b) => away(a) - away(b))[0]
  if (!box || !node.parentElement) return undefined
  const middle = (box.top + box.bottom) / 2
  const set = Number.parseFloat(getComputedStyle(node.parentElement).lineHeight)
  const half = (Number.isNaN(set) ? box.height : Math.max(set, box.height)) / 2
  return { top: middle - half, bottom: middle + half }
}

/** The line below or above it; a gap between paragraphs lies between some. Only what is seen has lines. */
export function lineBeside(page: Document, line: Line, by: 1 | -1): Line | undefined {
  const high = stepOf(line)
  for (const far of [0.5, 1.2, 2, 3]) {
    const one = lineAt(page, (by === 1 ? line.bottom : line.top) + by * far * high)
    if (one && (by === 1 ? one.top >= line.bottom - 2 : one.bottom <= line.top + 2)) return one
  }
  return undefined
}

/** With the line above it and the one below, where they are no further away than paragraphs are. */
export function withNeighbours(page: Document, line: Line): Line {
  const far = 2 * stepOf(line)
  const [above, below] = [lineBeside(page, line, -1), lineBeside(page, line, 1)]
  return {
    top: above && line.top - above.bottom < far ? above.top : line.top,
    bottom: below && below.top - line.bottom < far ? below.bottom : line.bottom,
  }
}

/** A picture is much higher than a line, and one need not look as far for what follows it. */
function stepOf(line: Line): number {
  return Math.min(40, line.bottom - line.top)
}
