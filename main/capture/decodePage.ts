// The bytes of a page as text, where that can be told for sure: by a mark, by what is declared, by being valid UTF-8. All else is left to
// Chromium, which guesses better than we would.

const beginningBytes = 4_096
/** A server may send a quarter of a megabyte where a word was expected. */
const longestHeader = 1_000
const latin = /^(?:windows-1252|iso-8859-1|latin-?1|us-ascii|ascii)$/i

/** Undefined: nobody has said how it is to be read. */
export function decodePage(bytes: Uint8Array, contentType: string): string | undefined {
  const declared = markOf(bytes) ?? charsetIn(contentType.slice(0, longestHeader)) ?? metaCharset(bytes)
  const isUtf8 = validUtf8(bytes)
  // Servers that call everything Latin-1 are many; text that happens to be valid UTF-8 and is not are none.
  if (isUtf8 !== undefined && (declared === undefined || latin.test(declared) || /^utf-?8$/i.test(declared)))
    return isUtf8
  if (declared === undefined) return undefined
  try {
    return new TextDecoder(declared).decode(bytes)
  } catch {
    return undefined // A charset that nobody knows, or one that is refused on purpose.
  }
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?\s*([\w:-]+)/i.exec(text)?.[1]
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, beginningBytes)).toString('latin1')
  const found = charsetIn(/<meta\s[^>]*charset[^>]*>/i.exec(start)?.[0] ?? '')
  // What names it could be read, so it cannot be that.
  return found !== undefined && /^utf-16/i.test(found) ? 'utf-8' : found
}

function validUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // That is the answer; the decoder has no other way to give it.
  }
}
