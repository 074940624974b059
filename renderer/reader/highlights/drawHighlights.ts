// Draws highlights with the browser's own: not a node of the text is touched, so paragraphs, positions and marks stay as they are.
import { highlightColours } from '../../../preload/act.ts'
import type { HighlightColour } from '../../library/fold.ts'

export type Drawn = { readonly colour: HighlightColour; readonly ranges: readonly Range[] }

/** `current`: the one that is chosen. Replaces what was drawn before. */
export function drawHighlights(page: Document, drawn: readonly Drawn[], current: readonly Range[]) {
  for (const colour of highlightColours) {
    set(
      page,
      `offprint-${colour}`,
      drawn.filter((one) => one.colour === colour).flatMap(({ ranges }) => ranges),
    )
  }
  set(page, 'offprint-current', current)
}

function set(page: Document, name: string, ranges: readonly Range[]) {
  // The highlights of a document belong to its own window.
  const frame = page.defaultView
  if (!frame) return
  if (ranges.length === 0) return void frame.CSS.highlights.delete(name)
  const highlight = new frame.Highlight(...ranges)
  // Below what a search has found.
  highlight.priority = name === 'offprint-current' ? -1 : -2
  frame.CSS.highlights.set(name, highlight)
}
