// Highlights over what happens to an article between two captures. The seed is printed.
import { expect, test } from 'vitest'
import { paragraphs } from '../../../../renderer/extract/text.ts'
import { parseInert } from '../../../../renderer/extract/trustedHtml.ts'
import { anchorOf } from '../../../../renderer/reader/highlights/anchorOf.ts'
import { placerFor } from '../../../../renderer/reader/highlights/placeQuote.ts'
import { randomFrom } from '../../../random.ts'
import {
  edit,
  idsBetween,
  kindsOfEdit,
  makeArticle,
  makePassage,
  placeOfPassage,
  textOf,
  toHtml,
  without,
  type Article,
  type Passage,
} from './edits.ts'

const rounds = 500
const seed = 20_261_122

test(
  `of ${rounds} passages in edited articles at least 95 in 100 are found again, and none in a wrong place`,
  { timeout: 900_000 },
  () => {
    console.log(`seeds ${seed} to ${seed + rounds - 1}`)
    const counts = { right: 0, unplaced: 0, gone: 0 }
    const wrong: string[] = []
    for (let n = 0; n < rounds; n++) {
      const random = randomFrom(seed + n)
      const article = makeArticle(random)
      const passage = makePassage(article, random)
      const kind = kindsOfEdit[n % kindsOfEdit.length]!
      const edited = edit(article, kind, random)
      const html = toHtml(edited, random, kind === 'reworded')
      const { text, placed } = find(article, passage, html)
      expect(text, `seed ${seed + n}`).toBe(textOf(edited))
      const left = edited.flat().map(({ id }) => id)
      const own = left.filter((id) => id !== undefined && id >= passage.from && id <= passage.to)
      if (own.length === 0) {
        // Every word of it is gone: there is no place for it any more.
        if (placed) wrong.push(`seed ${seed + n}: a passage that is gone was found`)
        else counts.gone++
      } else if (!placed) {
        counts.unplaced++
        if (rounds < 1000)
          console.log(
            `unplaced: seed ${seed + n}, ${kind}, ${own.length} of ${passage.to - passage.from + 1} words left`,
          )
      } else {
        const found = idsBetween(edited, placed.start, placed.end)
        if (found.join() === own.join()) counts.right++
        else
          wrong.push(
            `seed ${seed + n} (${kind}): ${describe(article, passage)} -> ${text.slice(placed.start, placed.end)}`,
          )
      }
    }
    console.log(JSON.stringify(counts))
    expect(wrong).toEqual([])
    expect(counts.right / (rounds - counts.gone)).toBeGreaterThanOrEqual(0.95)
  },
)

test(`a passage that was taken out of ${rounds / 5} articles is nowhere found`, () => {
  console.log(`seeds ${seed} to ${seed + rounds / 5 - 1}`)
  const wrong: string[] = []
  for (let n = 0; n < rounds / 5; n++) {
    const random = randomFrom(seed + n)
    const article = makeArticle(random)
    const passage = makePassage(article, random)
    const edited = without(edit(article, 'all of it', random), passage)
    const { text, placed } = find(article, passage, toHtml(edited, random, false))
    const quote = describe(article, passage)
    // The same words elsewhere are no other passage to anybody who reads.
    if (placed && text.slice(placed.start, placed.end) !== quote)
      wrong.push(`seed ${seed + n}: ${quote} -> ${text.slice(placed.start, placed.end)}`)
  }
  expect(wrong).toEqual([])
})

function find(article: Article, passage: Passage, html: string) {
  const { start, end } = placeOfPassage(article, passage)
  const before = textOf(article)
  const offsets = [0]
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) offsets.push(at + 1)
  const anchor = anchorOf(before, offsets, start, end)
  const { text, offsets: now } = paragraphs(parseInert(html).body)
  return { text, placed: placerFor(text, now)(anchor) }
}

function describe(article: Article, passage: Passage): string {
  const { start, end } = placeOfPassage(article, passage)
  return textOf(article).slice(start, end)
}
