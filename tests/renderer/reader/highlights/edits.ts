// Articles made by chance, passages in them, and what happens to articles between two captures. Every word knows where it came from, so
// that the place a passage should be found at is known without looking for it.
import type { Random } from '../../../random.ts'

/** `id` undefined: it was put in by an edit. */
export type Word = { readonly id: number | undefined; readonly text: string; readonly end: string }
export type Article = readonly (readonly Word[])[]
/** Numbers of words, the last included. */
export type Passage = { readonly from: number; readonly to: number }

const vocabulary = (
  'the the the the a a of of of and and in in to to was was it its on at by from with that had been not for as he she they were harbour lamp ' +
  'keeper water stone winter morning letter boat oil rope glass tide wind wall road river bridge market field summer house window table ' +
  'garden clock tower hour evening light paper ink book page sentence word voice hand door key room stair roof north coast island fog bell ' +
  'signal crew captain ship sail net fish salt bread coffee market price coin debt record list name map line measure weight sand gravel ' +
  'slowly early late seldom often never almost carried kept wrote counted opened closed turned crossed waited walked measured found lost ' +
  'small long narrow grey old heavy quiet bright cold patient uneven forgotten careful'
).split(' ')

export function makeArticle(random: Random): Article {
  let id = 0
  const word = (text: string, end: string): Word => ({ id: id++, text, end })
  const sentence = (): Word[] => {
    const length = 4 + random.below(18)
    return Array.from({ length }, (_, n) =>
      word(random.pick(vocabulary), n === length - 1 ? '.' : random.below(9) === 0 ? ',' : ''),
    )
  }
  const paragraphs = Array.from({ length: 12 + random.below(30) }, () =>
    Array.from({ length: 1 + random.below(5) }, sentence).flat(),
  )
  // A refrain: the very same sentence in several places, as articles have with their pull quotes.
  if (random.below(2) === 0) {
    const refrain = sentence()
    for (let n = 0; n < 2 + random.below(2); n++) {
      const paragraph = random.pick(paragraphs)
      paragraph.splice(random.below(2) === 0 ? 0 : paragraph.length, 0, ...refrain.map((one) => ({ ...one, id: id++ })))
    }
  }
  return renumbered(paragraphs)
}

export function textOf(article: Article): string {
  return article.map((paragraph) => paragraph.map(({ text, end }) => text + end).join(' ')).join('\n')
}

/** A word, some words, a sentence, a paragraph, sometimes the end of one and the beginning of the next. */
export function makePassage(article: Article, random: Random): Passage {
  const paragraph = random.below(article.length)
  const words = article[paragraph]!
  const [first, last] = [words[0]!.id!, words.at(-1)!.id!]
  switch (random.below(10)) {
    case 0:
      return { from: first, to: last }
    case 1: {
      const at = first + random.below(words.length)
      return { from: at, to: at }
    }
    case 2: {
      const next = article[paragraph + 1]
      if (next)
        return {
          from: Math.max(first, last - random.below(12)),
          to: Math.min(next.at(-1)!.id!, last + 1 + random.below(12)),
        }
      return { from: first, to: last }
    }
    default: {
      const from = first + random.below(words.length)
      return { from, to: Math.min(last, from + 1 + random.below(24)) }
    }
  }
}

export const kindsOfEdit = ['moved', 'reworded', 'marked up', 'all of it'] as const
export type KindOfEdit = (typeof kindsOfEdit)[number]

export function edit(article: Article, kind: KindOfEdit, random: Random): Article {
  switch (kind) {
    case 'moved':
      return moved(article, random)
    case 'reworded':
      return reworded(article, 0.01 + random.next() * 0.14, random)
    case 'marked up':
      return article
    case 'all of it':
      return reworded(moved(article, random), 0.01 + random.next() * 0.07, random)
  }
}

/** One to three paragraphs go elsewhere; one may be put in and one may go that is not `kept`. */
function moved(article: Article, random: Random): Article {
  const copy = [...article]
  for (let n = 0; n < 1 + random.below(3); n++) {
    const [one] = copy.splice(random.below(copy.length), 1)
    copy.splice(random.below(copy.length + 1), 0, one!)
  }
  for (let n = 0; n < random.below(3); n++) {
    const made = makeArticle(random)[0]!.map((word) => ({ ...word, id: undefined }))
    copy.splice(random.below(copy.length + 1), 0, made)
  }
  return copy
}

/** A share of the words is exchanged, taken out or joined by another. */
function reworded(article: Article, share: number, random: Random): Article {
  return article
    .map((paragraph) =>
      paragraph.flatMap((word): Word[] => {
        if (random.next() >= share) return [word]
        const other = { id: undefined, text: random.pick(vocabulary), end: '' }
        switch (random.below(4)) {
          case 0:
            return []
          case 1:
            return [word, { ...other, end: word.end }]
          default:
            return [{ ...other, end: word.end }]
        }
      }),
    )
    .filter((paragraph) => paragraph.length > 0)
}

/** Without the passage, and without a trace of it. */
export function without(article: Article, { from, to }: Passage): Article {
  return article
    .map((paragraph) => paragraph.filter(({ id }) => id === undefined || id < from || id > to))
    .filter((paragraph) => paragraph.length > 0)
}

const wraps = ['em', 'strong', 'span', 'b', 'mark', 'code', 'a href="https://a.example/"'] as const

/** As a page might have it: other blocks, elements within the lines, white space where it means nothing. */
export function toHtml(article: Article, random: Random, isPlain: boolean): string {
  return article
    .map((paragraph) => {
      const pieces = paragraph.map(({ text, end }) => {
        if (isPlain || random.below(12) > 0) return text + end
        const wrap = random.pick(wraps)
        const cut = random.below(2) === 0 ? text.length : random.below(text.length)
        return `<${wrap}>${text.slice(0, cut)}</${wrap.split(' ')[0]}>${text.slice(cut)}${end}`
      })
      const inside = pieces.join(isPlain || random.below(5) > 0 ? ' ' : '\n   ')
      const block = isPlain ? 'p' : random.pick(['p', 'p', 'p', 'div', 'blockquote', 'h3'] as const)
      return isPlain || random.below(8) > 0 ? `<${block}>${inside}</${block}>` : `<ul><li><p>${inside}</p></li></ul>`
    })
    .join(isPlain ? '' : '\n')
}

/** The numbers of the words that stand from `start` to `end` of the text, in order; those put in are left out. */
export function idsBetween(article: Article, start: number, end: number): number[] {
  const found: number[] = []
  let at = 0
  for (const paragraph of article) {
    for (const { id, text, end: mark } of paragraph) {
      if (id !== undefined && at < end && at + text.length > start) found.push(id)
      at += text.length + mark.length + 1
    }
  }
  return found
}

function renumbered(paragraphs: readonly (readonly Word[])[]): Article {
  let id = 0
  return paragraphs.map((paragraph) => paragraph.map((word) => ({ ...word, id: id++ })))
}

/** Where the words of the passage begin and end in the text. */
export function placeOfPassage(article: Article, { from, to }: Passage): { start: number; end: number } {
  let at = 0
  let start = -1
  let end = -1
  for (const paragraph of article) {
    for (const { id, text, end: mark } of paragraph) {
      if (id === from) start = at
      if (id === to) end = at + text.length
      at += text.length + mark.length + 1
    }
  }
  return { start, end }
}
