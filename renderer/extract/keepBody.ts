// The box that programs for manuals and wikis put the text of a page into, by its name: what is in it is the page's own, however short and whatever
// it is called. On a page that says it is an article the rules know better.
import { findCalled, type Called } from './called.ts'
import { linkShare } from './measureText.ts'
import { invitation, otherArticles } from './promotion.ts'
import { isInFurniture } from './readingText.ts'
import type { Paragraph } from './text.ts'

/** Completes what is mostly kept, where it is most of what is kept. */
export function keepBody(
  body: Element,
  called: Called,
  list: readonly Paragraph[],
  kept: boolean[],
  mayStay: readonly boolean[],
): void {
  const boxes = [...findCalled(body, bodyNames, called)]
  if (boxes.length === 0) return
  const lengthOf = (is: (at: number) => boolean) =>
    list.reduce((sum, { text }, at) => sum + (is(at) ? text.length : 0), 0)
  const all = lengthOf((at) => kept[at] === true)
  const box = boxes.find((one) => {
    const own = lengthOf((at) => kept[at] === true && one.contains(list[at]!.block))
    return own >= mostly * all && own >= mostly * lengthOf((at) => one.contains(list[at]!.block))
  })
  if (!box) return
  for (const [at, { text, block }] of list.entries()) {
    if (!box.contains(block) || kept[at] || !mayStay[at] || linkShare(block) > 0 || isInFurniture(block)) continue
    if (!isControl.test(text) && !otherArticles.test(text) && !invitation.test(text)) kept[at] = true
  }
}

const mostly = 0.6

const isControl = /^(?:copy|copied|edit|print|share|raw|expand|collapse|view|show|hide)\b.{0,20}$/i

const bodyNames = (
  '.wiki-content .ak-renderer-document .markdown-body .theme-doc-markdown .md-content__inner .mw-parser-output .rst-content ' +
  '.devsite-article-body .td-content .sl-markdown-content .vp-doc .article-body .mdx-content .rm-Markdown ' +
  '.markdown-section .article_body #quarto-document-content #furo-main-content #fullArticle'
).split(' ')
