// Counts words. Scripts that are written without spaces are counted by the engine's own dictionary, all others by runs of letters and digits.

export function countWords(text: string, lang?: string): number {
  const spaced = text.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_.-]*/gu)?.length ?? 0
  let dense = 0
  for (const run of text.match(unspaced) ?? []) dense += countDense(run, lang)
  return spaced + dense
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
