// The words of a question in a script that writes no spaces, as the engine's dictionaries cut it. Only questions are cut: a text is cut differently as its
// sentences go (雨 is no word of 昨天|下雨), and is indexed by the character, so that whatever is asked for is found in it.

/** Undefined when it is a single word, or of no such script. */
export function wordsWithin(text: string): readonly string[] | undefined {
  if (text.length > longest || !unspacedRun.test(text)) return undefined
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  const words = [...segmenter.segment(text.normalize('NFKC'))]
    .filter(({ segment, isWordLike }) => isWordLike && !little.test(segment))
    .map(({ segment }) => segment)
  return words.length > 1 ? words : undefined
}

let segmenter: Intl.Segmenter | undefined
/** Pasted text is one phrase. */
const longest = 60
const unspacedRun =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\uff66-\uff9f]{3}/u
/** Particles say how the words of a question belong together, not what is sought. */
const little = /^(?:\p{scx=Hiragana}|から|まで|より|です|ます|である|した|する|という|[的了是在和与及吗呢把被也都就])$/u
