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

it('writes numbers as the language does, in the files as in English', () => {
  const part: Reason = { code: 'part-kept', words: 1_200, of: 12_500 }
  expect(englishReasonWords(part)).toBe('Only 1,200 words of about 12,500 that read like text were kept.')
  speak('de')
  expect(englishReasonWords(part)).toContain('12,500')
  expect(reasonWords({ because: [part], reasons: [] })[0]).toContain('1.200 von etwa 12.500 Wörtern')
})

it('says what was kept before there were codes as it was written', () => {
  expect(reasonWords({ reasons: ['The page is a list of links.'] })).toEqual(['The page is a list of links.'])
})

it('reads a record whose reasons a newer release knows by its sentences', () => {
  const { because } = version.shape
  expect(because.parse([wall])).toEqual([wall])
  expect(because.parse([{ code: 'something-new' }])).toBeUndefined()
})
