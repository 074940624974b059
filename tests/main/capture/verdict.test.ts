import { describe, expect, it } from 'vitest'
import { verdict } from '../../../main/capture/verdict.ts'
import type { Extraction } from '../../../preload/extraction.ts'

const found = (change: Partial<Extraction> = {}): Extraction => ({
  title: 'A title',
  html: '',
  text: '',
  words: 800,
  blobs: [],
  images: { kept: 0, found: 0 },
  verdict: 'complete',
  reasons: [],
  ...change,
})
const nothingElse = { shortcomings: [], tooLargeImages: 0 }

describe('verdict', () => {
  it('is complete, without a word, where nothing is missing', () => {
    expect(verdict(found({ images: { kept: 3, found: 3 } }), nothingElse)).toEqual({
      verdict: 'complete',
      reasons: [],
      because: [],
      notes: [],
    })
  })

  it.each([
    [{ kept: 4, found: 5 }, 0, ['1 image could not be saved.']],
    [{ kept: 2, found: 5 }, 0, ['3 images could not be saved.']],
    [{ kept: 4, found: 5 }, 1, ['1 image is too large to keep.']],
    [{ kept: 2, found: 5 }, 1, ['2 images could not be saved.', '1 image is too large to keep.']],
  ])('I1, I2: says which images are missing: %j, %i too large', (images, tooLargeImages, words) => {
    const judged = verdict(found({ images }), { shortcomings: [], tooLargeImages })
    expect(judged).toMatchObject({ verdict: 'partial', reasons: words, notes: words })
  })

  it('says nothing of large pictures that are not the article’s', () => {
    expect(verdict(found(), { shortcomings: [], tooLargeImages: 2 }).notes).toEqual([])
  })

  it('D7: says that only the link is saved', () => {
    expect(verdict(found({ verdict: 'not-article', words: 0 }), nothingElse).notes).toEqual([
      'No article text was found. The link is saved.',
    ])
  })

  it('D7: says that a page asks to sign in', () => {
    const wall = found({ verdict: 'wall', words: 6, reasons: ['The page asks to sign in.'] })
    expect(verdict(wall, nothingElse).notes).toEqual([
      'No article text was found. The link is saved.',
      'The page asks to sign in.',
    ])
  })

  it('keeps a wall a wall, whatever else is missing', () => {
    const wall = found({ verdict: 'wall', reasons: ['The page asks to sign in.'], images: { kept: 0, found: 1 } })
    expect(verdict(wall, nothingElse)).toMatchObject({
      verdict: 'wall',
      reasons: ['The page asks to sign in.', '1 image could not be saved.'],
    })
  })
})
