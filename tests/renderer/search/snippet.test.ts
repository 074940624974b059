import { expect, test } from 'vitest'
import { findMarks } from '../../../renderer/search/marks.ts'
import { markEnd, markStart, snippet } from '../../../renderer/search/snippet.ts'

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

test('marks accents and characters without spaces as they are searched for', () => {
  expect(findMarks('Un café, 東京の夜', ['cafe', '東 京'])).toEqual([
    { start: 3, end: 7 },
    { start: 9, end: 11 },
  ])
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
