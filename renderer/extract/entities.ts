// Some pages escape their data once too often. The entities that are left are decoded as text; nothing becomes markup.

export function decodeEntities(text: string): string {
  return text
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);/g,
      (whole, name: string) => named[name] ?? whole,
    )
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string | undefined) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      const isText = point > 31 && point < 0x110000 && !(point >= 0xd800 && point < 0xe000)
      return isText ? String.fromCodePoint(point) : whole
    })
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}
