// Which of all highlights are asked for: by words, by colour, by tag.
import type { HighlightColour } from '../../library/fold.ts'
import type { HighlightWithArticle } from '../../library/highlights.ts'
import { plainLetters } from '../../library/plainLetters.ts'

export type HighlightFilter = {
  readonly words: string
  /** Undefined: any. */
  readonly colour: HighlightColour | undefined
  readonly tag: string | undefined
}

/** All words must stand in the passage, its note or the title, in any order, as beginnings of words or within them. */
export function filterHighlights(
  all: readonly HighlightWithArticle[],
  { words, colour, tag }: HighlightFilter,
): readonly HighlightWithArticle[] {
  const wanted = fold(words).split(' ').filter(Boolean)
  return all.filter(({ highlight, article }) => {
    if (colour !== undefined && highlight.colour !== colour) return false
    if (tag !== undefined && !article.tags.some((own) => own === tag || own.startsWith(`${tag}/`))) return false
    if (wanted.length === 0) return true
    const text = fold(`${highlight.quote} ${highlight.note ?? ''} ${article.title}`)
    return wanted.every((word) => text.includes(word))
  })
}

/** Of the articles that have highlights, by name. */
export function tagsOf(all: readonly HighlightWithArticle[]): readonly string[] {
  return [...new Set(all.flatMap(({ article }) => article.tags))].sort((a, b) => a.localeCompare(b))
}

function fold(text: string): string {
  return plainLetters(text).replace(/\s+/g, ' ').trim()
}
