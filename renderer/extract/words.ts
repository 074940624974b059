// Counts words. Scripts that are written without spaces are counted by the engine's own dictionary, all others by runs of letters and digits.

export function countWords(text: string, lang?: string): number {
  let count = 0
  let isInWord = false
  for (let at = 0; at < text.length; at++) {
    let kind = kindOf(text.charCodeAt(at))
    if (kind === half) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
      kind = kindOfCharacter(character)
      if (kind !== dense) at += character.length - 1
    }
    if (kind === dense) {
      unspaced.lastIndex = at
      const [run = ''] = unspaced.exec(text) ?? []
      count += countDense(run, lang)
      at += run.length - 1
      isInWord = false
    } else if (kind === begins) {
      if (!isInWord) count++
      isInWord = true
    } else if (kind === between) isInWord = false
  }
  return count
}

/** What a character is to a word: part of none, its beginning too, only part of one that has begun; written without spaces; half of a character. */
const [between, begins, goesOn, dense, half] = [1, 2, 3, 4, 5]
/** By their codes, as they occur; 0 for those that have not yet. */
const kinds = new Uint8Array(65_536)

function kindOf(code: number): number {
  return kinds[code] || (kinds[code] = (code & 0xfc00) === 0xd800 ? half : kindOfCharacter(String.fromCharCode(code)))
}

function kindOfCharacter(character: string): number {
  unspaced.lastIndex = 0
  if (unspaced.test(character)) return dense
  if (/[\p{L}\p{N}]/u.test(character)) return begins
  return /[\p{M}'’_.-]/u.test(character) ? goesOn : between
}

/** Han, kana, Thai, Lao, Khmer, Myanmar. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/uy

const segmenters = new Map<string, Intl.Segmenter>()

function countDense(run: string, lang: string | undefined): number {
  let count = 0
  for (const segment of segmenterFor(lang).segment(run)) if (segment.isWordLike) count++
  return count
}

function segmenterFor(lang: string | undefined): Intl.Segmenter {
  const key = lang ?? 'und'
  let segmenter = segmenters.get(key)
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
    } catch {
      segmenter = new Intl.Segmenter(undefined, { granularity: 'word' }) // a page may call its language anything
    }
    segmenters.set(key, segmenter)
  }
  return segmenter
}
