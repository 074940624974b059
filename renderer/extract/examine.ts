// Extraction looked at from outside: a page of any charset in, the article and on request what each step did to its text.
import type { Examination } from '../../preload/extraction.ts'
import { decodePage } from './decodePage.ts'
import type { Draft } from './draft.ts'
import { extractWithBody } from './extract.ts'
import { parsePage } from './parsePage.ts'
import { hasCaptions, paragraphs, textWithoutCaptions } from './text.ts'
import type { Forest } from './trees.ts'
import { parseInert } from './trustedHtml.ts'

/** Throws TooComplex. */
export function examine(bytes: Uint8Array, url: string, why: boolean, forest?: Forest): Examination {
  const document = parsePage(decodePage(bytes))
  const changes: NonNullable<Examination['why']> = []
  let before: readonly string[] = []
  const watch = (draft: Draft, step: string | undefined) => {
    const after = textsOf(draft)
    if (step !== undefined) {
      for (const text of without(before, after)) changes.push({ step, removed: text })
      for (const text of without(after, before)) changes.push({ step, added: text })
    }
    before = after
  }
  const { extraction, body } = extractWithBody(document, url, { watch: why ? watch : undefined, forest })
  return {
    ...extraction,
    textWithoutCaptions: hasCaptions(body) ? textWithoutCaptions(body) : extraction.text,
    ...(why ? { why: changes } : {}),
  }
}

/** The blocks of the page, and of the article from the moment that there is one. */
function textsOf({ article, document, html }: Draft): string[] {
  const root = html !== '' ? parseInert(html).body : article.hasChildNodes() ? article : document.body
  return paragraphs(root).list.map(({ text }) => text.replace(/\s+/g, ' '))
}

/** Those of the first list that the second has less often. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of those) counts.set(text, (counts.get(text) ?? 0) + 1)
  return these.filter((text) => {
    const left = counts.get(text) ?? 0
    counts.set(text, left - 1)
    return left <= 0
  })
}
