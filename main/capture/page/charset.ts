// Chromium reads a page without any declaration as windows-1252 where it is UTF-8, and believes servers that call everything Latin-1.
// Read back into the bytes they were, the letters of such a page are valid UTF-8, which real windows-1252 text next to never is.
import { body, characterSet, textContent, title } from './dom.ts'

/** What windows-1252 has in the place of the C1 controls. */
const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const runs = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/g

export function isMisreadUtf8(): boolean {
  if (characterSet(document) !== 'windows-1252') return false
  const own = body(document)
  const text = `${title(document)}\n${own ? (textContent(own) ?? '') : ''}`.slice(0, 2_000_000)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [valid, invalid] = [0, 0]
  for (const [run] of text.matchAll(runs)) {
    if (isUtf8(run, decoder)) valid++
    else invalid++
  }
  return valid > 0 && invalid * 4 <= valid
}

function isUtf8(run: string, decoder: TextDecoder): boolean {
  const bytes = Uint8Array.from(run, (char) => {
    const at = special.indexOf(char)
    return at === -1 ? char.charCodeAt(0) : 0x80 + at
  })
  try {
    decoder.decode(bytes)
    return true
  } catch {
    return false // That is the answer; the decoder has no other way to give it.
  }
}
