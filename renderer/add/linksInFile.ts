// A file dropped on the window -> the links in it. A picture or a PDF names addresses of formats in what it says of itself: nobody means to save those.
import { linksIn, linksInHtml } from './linksIn.ts'

/** Undefined when the file is no text, or is not to be read: a folder comes as a file too. */
export async function linksInFile(file: File): Promise<readonly string[] | undefined> {
  if (/^(?:image|audio|video|font)\/|^application\/(?:pdf|zip)/.test(file.type)) return undefined
  const bytes = await file.arrayBuffer().catch(() => undefined)
  const text = bytes && decode(bytes)
  if (text === undefined || /\0/.test(text) || text.startsWith('%PDF-')) return undefined
  return /<a\b/i.test(text) ? linksInHtml(text) : linksIn(text.replace(namesOfFormats, ''))
}

/** Of XML: `<!DOCTYPE ...>` and `xmlns="..."`, as in the shortcuts of macOS. */
const namesOfFormats = /<!DOCTYPE[^>]*>|\bxmlns(?::\w+)?\s*=\s*(?:"[^"]*"|'[^']*')/gi

/** Lists that Windows has written are often UTF-16, and say so at the start. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(label).decode(bytes)
}
