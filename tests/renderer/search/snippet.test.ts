import { expect, test } from 'vitest'
import { findEach, findMarks } from '../../../renderer/search/marks.ts'
import { markEnd, markStart, snippet } from '../../../renderer/search/snippet.ts'
import { foldWord } from '../../../renderer/search/tokenise.ts'
import { newSeed, randomFrom } from '../../random.ts'

const filler = 'Nothing of note happens in this sentence, nor in any of those around it. '

test('marks words, phrases and beginnings where they stand', () => {
  const text = 'The old harbour. Harbours are old; an old, harbour-side inn.'
  const at = (marks: string[]) => findMarks(text, marks).map(({ start, end }) => text.slice(start, end))
  expect(at(['harbour'])).toEqual(['harbour', 'harbour'])
  expect(at(['harbour*'])).toEqual(['harbour', 'Harbours', 'harbour'])
  expect(at(['old harbour'])).toEqual(['old harbour', 'old, harbour'])
  expect(at(['*arbo*'])).toEqual(['harbour', 'Harbours', 'harbour'])
  expect(at(['old', 'old harbour'])).toEqual(['old harbour', 'old', 'old, harbour'])
  expect(at([])).toEqual([])
})

test('marks from where the first begins what a part of a name and the name with its next word lie over', () => {
  expect(findMarks('See MPU6050-ab.', ['6050', 'mpu6050ab'])).toEqual([{ start: 4, end: 14 }])
})

test('marks in a passage all of two phrases that share a word, and of a compound as well as its beginning', () => {
  expect(snippet('It is New York City.', sought('new york', 'york city'))).toBe(
    `It is ${markStart}New York City${markEnd}.`,
  )
  expect(snippet('It came by e-mail.', sought('e', 'email'))).toBe(`It came by ${markStart}e-mail${markEnd}.`)
})

test('a word that was pasted many times is found once where it stands', () => {
  const found = findEach(
    'a lamp by the sea',
    Array.from({ length: 500 }, (_, n) => (n % 2 === 0 ? 'sea' : 'lamp')),
  )
  expect(found).toEqual([
    { start: 2, end: 6, mark: 1 },
    { start: 14, end: 17, mark: 0 },
  ])
})

test('marks accents and characters without spaces as they are searched for', () => {
  expect(findMarks('Un café, 東京の夜', ['cafe', '東 京'])).toEqual([
    { start: 3, end: 7 },
    { start: 9, end: 11 },
  ])
})

test('marks what a slow look at every word would mark, whatever the words begin with', () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const written = [
    'a',
    'I',
    'an',
    'Ant',
    'ants',
    'é',
    'été',
    'ca\u00adfé',
    'CAFE',
    'ＡＢ',
    'ab',
    'x1',
    'Œuvre',
    '東',
    'a\u0301b',
  ]
  const terms = written.map(foldWord)
  for (let round = 0; round < 200; round++) {
    const words = Array.from({ length: 12 }, () => random.pick(written))
    const text = words.join(' ')
    const asked = Array.from({ length: 1 + random.below(2) }, () => random.pick(terms))
    const isPrefix = random.below(2) === 0
    const expected: string[] = []
    for (let at = 0; at + asked.length <= words.length; at++) {
      const isHere = asked.every((term, next) => {
        const folded = foldWord(words[at + next]!)
        return isPrefix && next === asked.length - 1 ? folded.startsWith(term) : folded === term
      })
      if (isHere) expected.push(words.slice(at, at + asked.length).join(' '))
    }
    const found = findEach(text, [asked.join(' ') + (isPrefix ? '*' : '')])
    expect(
      found.map(({ start, end }) => text.slice(start, end)),
      `seed ${seed}, round ${round}`,
    ).toEqual(expected)
  }
})

test('shows the passage in which most of what was asked for stands', () => {
  const text = `${filler}The lamp. ${filler.repeat(4)}A lamp by the harbour was lit. ${filler.repeat(4)}`
  const shown = snippet(text, [
    { mark: 'lamp', rarity: 2 },
    { mark: 'harbour', rarity: 3 },
  ])
  expect(shown).toContain(`A ${markStart}lamp${markEnd} by the ${markStart}harbour${markEnd} was lit.`)
  expect(shown.startsWith('… A')).toBe(true)
  expect(shown.endsWith('…')).toBe(true)
})

test('marks other forms of a word, half-width kana and what stands in a script without spaces where they are', () => {
  const at = (text: string, marks: string[]) => findMarks(text, marks).map(({ start, end }) => text.slice(start, end))
  expect(at('Two Harbours, one harbour.', ['harbour|harbours'])).toEqual(['Harbours', 'harbour'])
  expect(at('古いﾗﾝﾌﾟの光', ['ラ ン プ'])).toEqual(['ﾗﾝﾌﾟ'])
  expect(at('Η ΟΔΟΣ και η οδός', ['οδοσ'])).toEqual(['ΟΔΟΣ', 'οδός'])
  const shown = snippet(`${'前の文です。'.repeat(60)}古い図書館の光。${'次の文です。'.repeat(60)}`, [
    { mark: '図 書 館', rarity: 3 },
  ])
  expect(shown).toContain(`古い${markStart}図書館${markEnd}の光。`)
})

test('is about two lines, on one line of text', () => {
  const shown = snippet(`${filler}\n${filler}`.repeat(10), [{ mark: 'happens', rarity: 1 }])
  expect(shown.length).toBeLessThan(230)
  expect(shown).not.toContain('\n')
})

test('shows how the text begins when nothing of it was asked for', () => {
  expect(snippet('A short text.', [{ mark: 'lamp', rarity: 1 }])).toBe('A short text.')
})

test('lets no text bring marks of its own', () => {
  expect(snippet(`A ${markStart}false${markEnd} mark and a lamp.`, [{ mark: 'lamp', rarity: 1 }])).toBe(
    `A false mark and a ${markStart}lamp${markEnd}.`,
  )
})

test('cuts no character in two', () => {
  const shown = snippet('😀'.repeat(500), [])
  expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
})

test('answers for empty and for huge texts', () => {
  expect(snippet('', [{ mark: 'lamp', rarity: 1 }])).toBe('')
  expect(snippet('x'.repeat(2_000_000), [{ mark: 'lamp', rarity: 1 }]).length).toBeLessThan(230)
})

function sought(...marks: readonly string[]) {
  return marks.map((mark) => ({ mark, rarity: 1 }))
}
