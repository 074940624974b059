// Highlights as Markdown, an article a section. What a page or a reader wrote is text here and never markup.
import type { HighlightWithArticle } from '../../library/highlights.ts'
import { escapeMarkdown, hardBreak, markdownLink } from '../markdownText.ts'
import { words } from './words.ts'

/** In the order given; the articles in the order of their first highlight, each with the note on it. */
export function highlightsToMarkdown(all: readonly HighlightWithArticle[]): string {
  const byArticle = new Map<string, HighlightWithArticle[]>()
  for (const one of all) {
    const list = byArticle.get(one.article.id)
    if (list) list.push(one)
    else byArticle.set(one.article.id, [one])
  }
  const sections = [...byArticle.values()].map((list) => {
    const { article } = list[0]!
    const facts = [article.byline, article.siteName, article.publishedAt?.slice(0, 10)].filter(Boolean)
    const inOrder = [...list].sort(
      (a, b) => a.highlight.paragraph - b.highlight.paragraph || a.highlight.offset - b.highlight.offset,
    )
    return [
      `## ${markdownLink(article.title, article.url)}`,
      ...(facts.length > 0 ? [escapeMarkdown(facts.join(', '))] : []),
      ...(article.note === undefined ? [] : [noteText(article.note)]),
      ...inOrder.flatMap(({ highlight }) => [
        highlight.quote
          .split('\n')
          .map((line) => `> ${escapeMarkdown(line)}`)
          .join('\n>\n'),
        ...(highlight.note === undefined ? [] : [noteText(highlight.note)]),
      ]),
    ].join('\n\n')
  })
  return `${[`# ${words.list}`, ...sections].join('\n\n')}\n`
}

function noteText(note: string): string {
  return escapeMarkdown(note).replace(/(?<!\n)\n(?!\n)/g, hardBreak)
}
