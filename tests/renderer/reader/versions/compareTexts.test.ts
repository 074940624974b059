import { describe, expect, it } from 'vitest'
import {
  compareTexts,
  countChanges,
  type ComparedParagraph,
} from '../../../../renderer/reader/versions/compareTexts.ts'

const marks = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] } as const
const shown = (paragraphs: readonly ComparedParagraph[]) =>
  paragraphs.map(({ changes }) => changes.map(({ kind, text }) => marks[kind].join('|').replace('|', text)).join(''))

describe('the comparison of two texts', () => {
  it('shows nothing where nothing changed', () => {
    const text = ['One paragraph.', 'Another one.']
    expect(compareTexts(text, text).every(({ kind }) => kind === 'same')).toBe(true)
  })

  it('marks the words that changed and leaves the sentence around them', () => {
    const before = ['The council voted eleven to nine on Tuesday.']
    const after = ['The council voted twelve to nine on Tuesday night.']
    expect(shown(compareTexts(before, after))).toEqual([
      'The council voted [-eleven-]{+twelve+} to nine on Tuesday{+ night+}.',
    ])
  })

  it('shows a paragraph that was put in as new, and those around it as they were', () => {
    expect(shown(compareTexts(['First.', 'Last.'], ['First.', 'A correction was added.', 'Last.']))).toEqual([
      'First.',
      '{+A correction was added.+}',
      'Last.',
    ])
  })

  it('shows several words that were replaced as one', () => {
    const before = ['He said that the harbour master was asleep when the boat came in.']
    const after = ['He said that two young fishermen were awake when the boat came in.']
    expect(shown(compareTexts(before, after))[0]).toBe(
      'He said that [-the harbour master was asleep-]{+two young fishermen were awake+} when the boat came in.',
    )
  })

  it('compares scripts without spaces by the character', () => {
    expect(shown(compareTexts(['我们昨天去了港口。'], ['我们今天去了港口。']))).toEqual([
      '我们[-昨-]{+今+}天去了港口。',
    ])
  })

  it('counts the words that went and came', () => {
    expect(countChanges(compareTexts(['a b c d e f'], ['a b x d e f g h']))).toEqual({ gone: 1, come: 3 })
  })

  it('loses nothing of either text, whatever they are', () => {
    const seed = 20_261_122
    let state = seed
    const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
    const words = ['tide', 'mill', 'harbour', '11', 'of', 'the', '—', 'é']
    const text = () =>
      Array.from({ length: random(6) }, () => Array.from({ length: 1 + random(12) }, () => words[random(8)]).join(' '))
    for (let n = 0; n < 300; n++) {
      const [before, after] = [text(), text()]
      const compared = compareTexts(before, after)
      const side = (kind: 'gone' | 'new') =>
        compared.flatMap(({ changes }) => {
          const own = changes.filter((change) => change.kind === 'same' || change.kind === kind)
          return own.length > 0 ? [own.map((change) => change.text).join('')] : []
        })
      expect(side('gone'), `seed ${seed}, round ${n}`).toEqual(before)
      expect(side('new'), `seed ${seed}, round ${n}`).toEqual(after)
    }
  })

  // Word by word against word it would outlast the test.
  it('two long texts that have nothing in common are given up on in time', () => {
    const long = (word: string) => Array.from({ length: 2_000 }, (_, n) => `${word}${n} `.repeat(60))
    compareTexts(long('a'), long('b'))
  })
})
