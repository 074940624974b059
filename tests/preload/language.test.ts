import { afterEach, expect, test } from 'vitest'
import { failureWords } from '../../preload/failure.ts'
import { bestLanguage, formatNumber, inLanguages, speak } from '../../preload/language.ts'
import { commandWords } from '../../renderer/app/words.ts'
import { longDate, relativeDay } from '../../renderer/ui/dates.ts'

afterEach(() => speak('en'))

const words = inLanguages(
  {
    save: 'Save',
    many: (count: number) => `${formatNumber(count)} links`,
    deep: { more: 'More' },
    keys: [['j', 'down']],
  },
  {
    save: 'Sichern',
    many: (count: number) => `${formatNumber(count)} Links`,
    deep: { more: 'Mehr' },
    keys: [['j', 'ab']],
  },
)

test('says each word in the language that is spoken when it is asked for', () => {
  const said = () => [words.save, words.many(2_000), words.deep.more, words.keys[0]?.[1]]
  expect(said()).toEqual(['Save', '2,000 links', 'More', 'down'])
  speak('de')
  expect(said()).toEqual(['Sichern', '2.000 Links', 'Mehr', 'ab'])
  speak('tlh')
  expect(said()[0]).toBe('Save')
})

test('writes dates and failures in the language', () => {
  speak('de')
  expect(longDate('2026-03-14')).toBe('14. März 2026')
  expect(relativeDay(new Date().toISOString())).toBe('heute')
  expect(failureWords({ code: 'address-too-long', limit: 8192 })).toBe(
    'Die Adresse ist zu lang (höchstens 8.192 Zeichen).',
  )
})

test('the pseudo-language brackets every word, those made by functions and those in lists included', () => {
  speak('pseudo')
  for (const word of [words.save, words.many(3), words.deep.more, words.keys[0]?.[1] ?? ''])
    expect(word).toMatch(/^⟦.*⟧$/)
  expect(failureWords({ code: 'offline' })).toMatch(/^⟦/)
})

test('takes the first of the languages of the system that it speaks, else English', () => {
  expect(bestLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de')
  expect(bestLanguage(['fr'])).toBe('en')
  expect(bestLanguage([])).toBe('en')
})

test('a table of words can be gone through like any other', () => {
  expect(Object.keys(commandWords)).toContain('article.open')
  speak('de')
  expect(Object.entries(commandWords)).toContainEqual(['article.open', 'Öffnen'])
})
