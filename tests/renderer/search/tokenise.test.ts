import { expect, test } from 'vitest'
import { foldWord, tokenise } from '../../../renderer/search/tokenise.ts'

test.each([
  ['Résumé of a CAFÉ', 'resume of a cafe'],
  ["the reader's well-kept lamp", 'the reader s well kept lamp'],
  ['Straße, Øre, Łódź, cœur', 'strasse ore lodz coeur'],
  ['İstanbul ılık', 'istanbul ilik'],
  ['Ёлка и йод', 'елка и иод'],
  ['ﬁsh １２ ＡＢＣ', 'fish 12 abc'],
  ['MPU6050 v2.1', 'mpu6050 v2 1'],
  ['東京タワーへ', '東 京 タ ワ ー へ'],
  ['ﾗﾝﾌﾟとｶﾞﾗｽ', 'ラ ン プ と ガ ラ ス'],
  ['ไทยแลนด์', 'ไ ท ย แ ล น ด์'],
  ['ΟΔΟΣ, οδός', 'οδοσ οδοσ'],
  ['Schiff\u00adfahrt می\u200cخواهم', 'schifffahrt میخواهم'],
  ['كِتَابٌ أحمد שָׁלוֹם', 'كتاب احمد שלום'],
  ['서울 여행', '서울 여행'],
  ['हिन्दी भाषा', 'हिन्दी भाषा'],
  ['Win95で動く', 'win95 で 動 く'],
  ['naïve—text…end', 'naive text end'],
  ['', ''],
  ['\ud800 \udc00 ok \u0000', 'ok'],
])('finds the words of %s', (text, words) => {
  expect(
    tokenise(text)
      .map(({ term }) => term)
      .join(' '),
  ).toBe(words)
})

test('says where each word stands in the text as it was given', () => {
  const text = 'Ein Café\u0301 in 東京, Łódź.'
  expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Ein',
    'Café\u0301',
    'in',
    '東',
    '京',
    'Łódź',
  ])
})

test('folds a word that is folded to itself', () => {
  for (const word of ['Straße', 'İstanbul', 'Résumé', '½', 'ﬃ', 'Å', 'が', 'ſ', 'K', 'ǆ'])
    expect(foldWord(foldWord(word))).toBe(foldWord(word))
})

test('takes a word of a million letters without trouble', () => {
  expect(tokenise('x'.repeat(1_000_000))).toEqual([{ term: 'x'.repeat(64), start: 0, end: 1_000_000 }])
})
