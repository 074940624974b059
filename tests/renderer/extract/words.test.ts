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

test('counts Chinese, Japanese and Thai by the dictionary, beside words with spaces', () => {
  expect(countWords('The 港口 today', 'zh')).toBe(3)
  expect(countWords('ท่าเรือ', 'th')).toBeGreaterThan(0)
})
