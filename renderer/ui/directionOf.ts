/** The scripts that run from right to left: Hebrew to Arabic Extended-A with what lies between, their presentation forms, and those above U+10800. */
const rightToLeft = /^[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/**
 * The direction of a text by its first letter, as `dir="auto"` finds it; undefined where there is no letter. For what stands beside the
 * text and has to follow it, where `auto` would ask its own letters.
 */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const letter = /\p{L}/u.exec(text)?.[0]
  if (letter === undefined) return undefined
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}
