import { afterEach, expect, it } from 'vitest'
import { version } from '../../preload/article.ts'
import { speak } from '../../preload/language.ts'
import { englishReasonWords, reasonWords, type Reason } from '../../preload/reason.ts'

afterEach(() => speak('en'))

const wall: Reason = { code: 'sign-in-wall', words: 120, of: 900 }

it('says a reason in the language of the reader, and writes it down in English', () => {
  speak('de')
  expect(reasonWords({ because: [wall], reasons: ['x'] })).toEqual([
    'Das sieht nach einer Anmeldeschranke aus; 120 von etwa 900 Wörtern sind zu sehen.',
  ])
  expect(englishReasonWords(wall)).toBe('This looks like a sign-in wall; 120 of about 900 words are visible.')
})

it('says what was kept before there were codes as it was written', () => {
  expect(reasonWords({ reasons: ['The page is a list of links.'] })).toEqual(['The page is a list of links.'])
})

it('reads a record whose reasons a newer release knows by its sentences', () => {
  const { because } = version.shape
  expect(because.parse([wall])).toEqual([wall])
  expect(because.parse([{ code: 'something-new' }])).toBeUndefined()
})
