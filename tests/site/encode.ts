// Text to bytes in encodings that Node can only read: its decoder, asked for every one- and two-byte sequence, gives the table to write with.

export type Encoding = 'utf-8' | 'windows-1251' | 'windows-1252' | 'shift_jis' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** Throws on a character that the encoding lacks (or, in gb18030, that takes four bytes): choose another text. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const code = table.get(character)
    if (code === undefined) throw new Error(`${encoding} has no ${character}`)
    bytes.push(...code)
  }
  return Uint8Array.from(bytes)
}

const tables = new Map<Encoding, Map<string, readonly number[]>>()

function tableOf(encoding: Encoding): Map<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  const add = (...code: number[]) => {
    const character = decoder.decode(Uint8Array.from(code))
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, code)
  }
  for (let byte = 0; byte < 256; byte += 1) add(byte)
  if (!encoding.startsWith('windows')) {
    for (let first = 0x81; first < 0xff; first += 1)
      for (let second = 0x40; second < 0xff; second += 1) add(first, second)
  }
  // Node 20 decodes windows-1252 as if it were Latin-1 and so leaves these out.
  if (encoding === 'windows-1252') [...windows1252].forEach((character, n) => table.set(character, [0x80 + n]))
  tables.set(encoding, table)
  return table
}

const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
