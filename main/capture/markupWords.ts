/** What markup says to whoever looks at the page, roughly and at once: for pages that are never shown, and are not to be read. */
export function markupWords(markup: string): string {
  // What begins and does not end goes on to the end, as in a browser; looked for again from each of its beginnings it would take minutes.
  return markup
    .replace(/<(script|style|noscript|template)\b[^]*?(?:<\/\1>|$)/gi, ' ')
    .replace(/<!--[^]*?(?:-->|$)|<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
