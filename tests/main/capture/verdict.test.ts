import { describe, expect, it } from 'vitest'
import { verdict } from '../../../main/capture/verdict.ts'
import { englishCaptureNoteWords } from '../../../preload/captureNote.ts'
import type { Extraction } from '../../../preload/extraction.ts'
import { englishReasonWords, type Reason } from '../../../preload/reason.ts'

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
/** What extraction gives of a page, as its codes and in English. */
const said = (...because: Reason[]) => ({ reasons: because.map(englishReasonWords), because })
const noArticle = { code: 'no-article' } as const
const signIn = { code: 'sign-in-wall', words: 6 } as const
const signInWords = 'This looks like a sign-in wall; 6 words are visible.'
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
    expect(judged).toMatchObject({ verdict: 'partial', reasons: words })
    expect(judged.notes.map(englishCaptureNoteWords)).toEqual(words)
  })

  it('says nothing of large pictures that are not the article’s', () => {
    expect(verdict(found(), { shortcomings: [], tooLargeImages: 2 }).notes).toEqual([])
  })

  it('D7: says that only the link is saved', () => {
    expect(verdict(found({ verdict: 'not-article', words: 0 }), nothingElse).notes).toEqual([noArticle])
  })

  it('says once that there is no article, where extraction says it too', () => {
    const nothing = found({ verdict: 'not-article', words: 0, ...said(noArticle) })
    expect(verdict(nothing, nothingElse).notes).toEqual([noArticle])
  })

  it('D7: says that a page asks to sign in', () => {
    const wall = found({ verdict: 'wall', words: 6, ...said(signIn) })
    expect(verdict(wall, nothingElse).notes).toEqual([noArticle, signIn])
  })

  it('says of a part why it is no more', () => {
    const part = found({ verdict: 'partial', ...said({ code: 'part-kept', words: 800, of: 2_000 }) })
    expect(verdict(part, nothingElse).notes).toEqual([{ code: 'part-kept', words: 800, of: 2_000 }])
  })

  it('keeps a wall a wall, whatever else is missing', () => {
    const wall = found({ verdict: 'wall', ...said(signIn), images: { kept: 0, found: 1 } })
    expect(verdict(wall, nothingElse)).toMatchObject({
      verdict: 'wall',
      reasons: [signInWords, '1 image could not be saved.'],
    })
  })
})
