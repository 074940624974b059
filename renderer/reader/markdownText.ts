// Plain text in Markdown: it comes out as it went in, whatever it holds.

/** A new line that is seen as one. */
export const hardBreak = '  \n'

/** Several lines stay lines; none of them begins a list, a heading or a quotation. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#&]/g, '\\$&')
    .replace(/^([^\S\n]*)([-+=])/gm, '$1\\$2')
    .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2')
}

/** Only an address of the web becomes a link. */
export function markdownLink(text: string, url: string): string {
  const plain = escapeMarkdown(text.replace(/\s+/g, ' '))
  if (!/^https?:\/\//i.test(url)) return plain
  const safe = url.replace(/[\s()<>\\]/g, (character) => encodeURIComponent(character).replace(/[()]/g, hexOf))
  return `[${plain}](${safe})`
}

function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
