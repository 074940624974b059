// Texts from outside -> the links in them. What is typed into the field is taken line by line instead, so that a mistake can be pointed at.

/** Each once, in order: lines that are addresses, and addresses that stand in other text. */
export function linksIn(text: string): readonly string[] {
  const found = text.split(/\r\n|\r|\n/).flatMap((line) => linksOfLine(line.trim()))
  return [...new Set(found)]
}

/** Of a bookmark file or a saved page: what its links lead to. */
export function linksInHtml(html: string): readonly string[] {
  const found = [...html.matchAll(/<a\b[^<>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  return [
    ...new Set(found.map((href) => href.replaceAll('&amp;', '&').trim()).filter((href) => /^https?:\/\//i.test(href))),
  ]
}

/** What the words of a copied or dragged passage lead to, where none of them is an address. */
export function linksBehind(passage: DataTransfer): readonly string[] {
  return linksIn(passage.getData('text/plain')).length > 0 ? [] : linksInHtml(passage.getData('text/html'))
}

/** The lines of the field that hold anything. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const bareAddress = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u
/** The `#` at the start is a comment in lists of links; `text/uri-list` says so too. */
function linksOfLine(line: string): readonly string[] {
  if (line === '' || line.startsWith('#')) return []
  const written = line.match(/https?:\/\/[^\s<>"'`]+/gi)?.map(withoutEnd)
  if (written) return written
  const shortcut = /^URL=(\S+)$/i.exec(line)?.[1]
  if (shortcut) return linksOfLine(shortcut)
  return bareAddress.test(line) && !looksLikeFile(line) ? [line] : []
}

/** The full stop that ends the sentence, and the bracket that was opened before the address, are not the address's. */
function withoutEnd(address: string): string {
  let end = address.replace(/[.,;:!?…]+$/, '')
  while (end.endsWith(')') && count(end, ')') > count(end, '(')) end = end.slice(0, -1).replace(/[.,;:!?…]+$/, '')
  return end
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function looksLikeFile(line: string): boolean {
  return /^[^/]+\.(?:txt|md|pdf|docx?|png|jpe?g|gif|svg|zip|html?|json|csv|ts|js|css|py|exe)$/i.test(line)
}
