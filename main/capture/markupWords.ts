/** What markup says to whoever looks at the page, roughly and at once: for pages that are never shown, and are not to be read. */
export function markupWords(markup: string): string {
  return markup
    .replace(/<(script|style|noscript|template)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
