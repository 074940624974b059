// Where words stand in the pieces that a page of a PDF is made of, whichever way its lines are cut.

/** Offsets into all pieces one after the other. Case and accents make no difference, nor does where a line ends. */
export function placesIn(pieces: readonly string[], text: string): { readonly start: number; readonly end: number }[] {
  const wanted = [...folded(text.trim()).text.replace(/\s+/g, '')].join('')
  if (wanted === '') return []
  const whole = folded(pieces.join(''))
  const places: { start: number; end: number }[] = []
  for (let at = whole.text.indexOf(wanted); at >= 0; at = whole.text.indexOf(wanted, at + wanted.length)) {
    places.push({ start: whole.offsets[at] ?? 0, end: (whole.offsets[at + wanted.length - 1] ?? 0) + 1 })
  }
  return places
}

/** Without spaces and the signs that divide words at the end of a line, for a PDF has them or not as it pleases. */
function folded(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  let plain = ''
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) {
    for (const character of (text[at] ?? '').normalize('NFKD').toLowerCase()) {
      if (/[\s\u00ad\u0300-\u036f]/.test(character)) continue
      plain += character
      for (let n = 0; n < character.length; n++) offsets.push(at)
    }
  }
  return { text: plain, offsets }
}
