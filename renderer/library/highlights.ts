// Highlights as the reader shows them.
import type { Article } from '../../preload/article.ts'
import type { HighlightColour, State } from './fold.ts'
import { database } from './database.ts'

export type Highlight = {
  readonly id: string
  readonly article: string
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  /** Where it was: the paragraph as text.ts counts them, and the offset in it. */
  readonly paragraph: number
  readonly offset: number
  readonly colour: HighlightColour
  readonly note?: string
}

/** Of one article, in the order of the text. */
export async function highlightsOf(articleId: string): Promise<Highlight[]> {
  const all = await database.highlights.where('article').equals(articleId).toArray()
  return all.sort((a, b) => a.paragraph - b.paragraph || a.offset - b.offset || (a.id < b.id ? -1 : 1))
}

export type HighlightWithArticle = { readonly highlight: Highlight; readonly article: Article }

/** Of the whole library without the Trash, the latest made first. */
export async function allHighlights(): Promise<HighlightWithArticle[]> {
  const all = await database.highlights.toArray()
  const ids = [...new Set(all.map(({ article }) => article))]
  const rows = await database.articles.bulkGet(ids)
  const articles = new Map(rows.flatMap((row) => (row && !row.trashed ? [[row.id, row] as const] : [])))
  return all
    .flatMap((highlight) => {
      const article = articles.get(highlight.article)
      return article ? [{ highlight, article }] : []
    })
    .sort((a, b) => (a.highlight.id < b.highlight.id ? 1 : -1))
}

export function highlightsIn(state: State): Highlight[] {
  return Object.entries(state.highlights).flatMap(([id, fields]) => {
    // A note or a colour may arrive before the highlight itself, from another device.
    if (!fields.place || !fields.colour || fields.removed?.value) return []
    const note = fields.note?.value
    return [{ id, article: state.id, ...fields.place.value, colour: fields.colour.value, ...(note ? { note } : {}) }]
  })
}
