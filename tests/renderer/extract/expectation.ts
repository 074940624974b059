// What a case of tests/pages/ expects, as the test compares it and `npm run page` proposes it.
import type { Extraction } from '../../../preload/extraction.ts'

export type Expectation = { readonly url: string } & Omit<Extraction, 'html' | 'text' | 'visibleWords'>

const blockEnd =
  /(<\/(?:p|h[1-6]|li|ul|ol|dl|dt|dd|pre|blockquote|figure|figcaption|table|caption|thead|tbody|tr|div|section|details|summary)>|<hr>)(?=<)/g

/** The same HTML with a line for each block, so that a person can read it and a difference is a line. */
export function readable(html: string): string {
  return `${html.replace(blockEnd, '$1\n').replace(/(<(?:ul|ol|dl|blockquote|figure|table|thead|tbody|tr|section|details)(?: [^>]*)?>)(?=<)/g, '$1\n')}\n`
}
