import { expect, test } from 'vitest'
import { countWords } from '../../../renderer/extract/words.ts'

/** The slow and obvious way, for text that is written with spaces. */
function obvious(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_.-]*/gu)?.length ?? 0
}

test.each([
  ['apostrophes, hyphens and full stops within words', "It's the harbour’s well-kept ledger, v1.2 — or _so_ they say."],
  ['letters with marks', 'cafe\u0301 naïve Ærø'],
  ['Greek, Russian, Arabic, Hebrew and Hindi', 'Η γάτα και кот، قط חתול बिल्ली'],
  ['digits of every kind', '٣ गाँव ² ½ Ⅳ ①'],
  ['small pictures between and within words', 'well 🌊 done🌊done 👩‍👩‍👧 ok'],
  ['half a small picture', 'a\ud83d b\ud83dc'],
  ['letters beyond the usual planes', '𝒜𝒷 word'],
  ['nothing but marks', '— … ’ - _ .'],
])('counts in one pass what an expression counts: %s', (_name, text) => {
  expect(countWords(text)).toBe(obvious(text))
})

test('counts words of all scripts among each other as each by itself', () => {
  const pieces = [
    '港口',
    '𠀀𠀁',
    'ท่า',
    'ひる',
    '々',
    'word',
    "o'clock",
    '①',
    '️',
    '👩‍👧',
    '🥇',
    '𝒜',
    ' ',
    ', ',
    '-',
    '\ud83c',
    '\udc00',
  ]
  const seed = 4711
  let state = seed
  for (let round = 0; round < 500; round++) {
    let text = ''
    for (let n = 0; n < 8; n++) text += pieces[(state = (state * 48_271) % 2_147_483_647) % pieces.length]
    const runs = text.match(unspaced) ?? []
    const inRuns = runs.flatMap((run) => [...words.segment(run)].filter(({ isWordLike }) => isWordLike)).length
    expect(countWords(text, 'zh'), `seed ${seed}, ${text}`).toBe(obvious(text.replace(unspaced, ' ')) + inRuns)
  }
})

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu

test('counts Chinese, Japanese and Thai by the dictionary, beside words with spaces', () => {
  expect(countWords('The 港口 today', 'zh')).toBe(3)
  expect(countWords('ท่าเรือ', 'th')).toBeGreaterThan(0)
})
