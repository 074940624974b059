// Counts words. Scripts that are written without spaces are counted by the engine's own dictionary, all others by runs of letters and digits.

export function countWords(text: string, lang?: string): number {
  const quick = countSpaced(text)
  if (quick !== undefined) return quick
  const spaced = text.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_.-]*/gu)?.length ?? 0
  let dense = 0
  for (const run of text.match(unspaced) ?? []) dense += countDense(run, lang)
  return spaced + dense
}

/** The same in one pass, for text that is written with spaces; undefined for any other. */
function countSpaced(text: string): number | undefined {
  const kindOf = kindsOfCharacters()
  let count = 0
  let isInWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === smallPicture) {
      if ((text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++
      isInWord = false
      continue
    }
    const kind = kindOf[code]
    if (kind === undefined || kind === isDense) return undefined
    if (kind === begins && !isInWord) count++
    if (kind !== goesOn) isInWord = kind === begins
  }
  return count
}

/** Chinese and Japanese begin here. */
const end = 0x3000
/** Half of a small picture; of all that begin so none is a letter or a digit. */
const smallPicture = 0xd83d
const [between, begins, goesOn, isDense] = [0, 1, 2, 3]

let kinds: Uint8Array | undefined

function kindsOfCharacters(): Uint8Array {
  kinds ??= Uint8Array.from({ length: end }, (_, code) => {
    const character = String.fromCharCode(code)
    if (character.match(unspaced)) return isDense
    if (/[\p{L}\p{N}]/u.test(character)) return begins
    return /[\p{M}'’_.-]/u.test(character) ? goesOn : between
  })
  return kinds
}

/** Han, kana, Thai, Lao, Khmer, Myanmar. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu

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
