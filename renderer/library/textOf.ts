// Reader HTML -> the plain text that search and the reader share, with where each paragraph of it begins.
import { paragraphs } from '../extract/text.ts'
import { parseInert } from '../extract/trustedHtml.ts'

export type Text = { readonly text: string; readonly offsets: readonly number[] }

/** The HTML is parsed into a document that runs and loads nothing. */
export function textOf(html: string): Text {
  const { text, offsets } = paragraphs(parseInert(html).body)
  return { text, offsets: [...offsets] }
}
