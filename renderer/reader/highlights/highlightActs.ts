// What is done to highlights: durable first, with the way back.
import { tell } from '../../app/acts.ts'
import type { HighlightColour } from '../../library/fold.ts'
import { perform } from '../../library/acts.ts'
import { newUlid } from '../../library/newUlid.ts'
import { marking } from './marking.ts'
import type { Anchor } from './placeQuote.ts'

/** The new highlight's id; undefined when it could not be kept, and then it was said why. */
export async function keepHighlight(
  article: string,
  anchor: Anchor,
  colour: HighlightColour,
): Promise<string | undefined> {
  const highlight = newUlid()
  marking.change({ colour })
  const kept = await tell(perform([{ act: 'highlighted', article, highlight, ...anchor, colour }]), { isQuiet: true })
  return kept ? highlight : undefined
}

export async function colourHighlight(article: string, highlight: string, colour: HighlightColour) {
  marking.change({ colour })
  await tell(perform([{ act: 'highlight-coloured', article, highlight, colour }]), { isQuiet: true })
}

export async function removeHighlight(article: string, highlight: string) {
  await tell(perform([{ act: 'highlight-removed', article, highlight, removed: true }]))
}
