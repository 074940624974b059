import { afterEach, expect, it } from 'vitest'
import { welcome } from '../../main/welcome.ts'
import { speak } from '../../preload/language.ts'

afterEach(() => speak('en'))

const made = () => welcome({ article: 'a', version: 'v' }, new Date(0), 'Offprint 1.0.0')
const tags = (html: string) => html.match(/<[^>]+>/g)

it('begins a new library with a guide in the language that is spoken, of the same parts', () => {
  const english = made()
  speak('de')
  const german = made()
  expect(english.record).toMatchObject({ lang: 'en', title: 'How to use Offprint' })
  expect(german.record).toMatchObject({ lang: 'de', title: 'Offprint benutzen' })
  expect(tags(german.html)).toEqual(tags(english.html))
  expect(german.html).toContain(german.record.excerpt)
})

it('begins one in a made-up language with the English guide', () => {
  speak('pseudo')
  expect(made().record.lang).toBe('en')
})
