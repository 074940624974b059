// The bytes of a page without the headers it came with -> its text. A page that is valid UTF-8 is UTF-8, whatever it says.

export function decodePage(bytes: Uint8Array): string {
  const declared = byteOrder(bytes) ?? stated(bytes)
  if (declared !== undefined && needsItsName.test(declared)) return decode(bytes, declared)
  try {
    return decodeUtf8(bytes)
  } catch {
    return decode(bytes, declared ?? 'windows-1252') // not UTF-8: as browsers read what says nothing
  }
}

/** Throws where they are none. Piece by piece: those of ASCII alone take hardly any time, and most are. */
function decodeUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  for (let at = 0; at < bytes.length; at += pieceBytes)
    text += decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true })
  return text + decoder.decode()
}

const pieceBytes = 4_096

/** Charsets whose bytes may also be read as UTF-8 without an error. */
const needsItsName = /^(utf-16|iso-2022)/i
/** Where browsers look for the charset, and somewhat further. */
const headBytes = 4_096

function byteOrder([first, second]: Uint8Array): string | undefined {
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

function stated(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, headBytes))
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]
  // As the standard has it: a name that could be read is not UTF-16.
  return name === undefined || /^utf-16/i.test(name) ? undefined : name
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes) // a page may call its charset anything
  }
}
