// What the steps of extraction work on: the parsed page, ours to change, and what has been found out so far.
import type { Extraction } from '../../preload/extraction.ts'
import type { RuleLine } from '../../preload/siteRule.ts'
import type { Called } from './called.ts'
import type { LinkedObject } from './jsonLd.ts'
import type { Forest } from './trees.ts'
import type { WallMarks } from './wallMarks.ts'

/** What the page says of itself. Only what it states, never what we guess. */
export type Facts = Partial<
  Pick<
    Extraction,
    | 'title'
    | 'byline'
    | 'siteName'
    | 'lang'
    | 'dir'
    | 'publishedAt'
    | 'modifiedAt'
    | 'description'
    | 'licence'
    | 'canonicalUrl'
    | 'leadImage'
  >
> & {
  /** JSON-LD says that the whole text is for those who pay. */
  forPayers?: boolean
  /** The page says that it is an article, in linked data or, as forums do too, in a meta element only. */
  isArticle?: 'in-linked-data' | 'in-meta'
  /** What kinds of thing the page says it is about, in lower case. */
  kinds?: string
}

export type Draft = {
  /** Changed by the steps; nobody else holds it. */
  readonly document: Document
  /** The page's address. */
  readonly url: string
  /** What a person has said of the pages of this site. */
  readonly rule: readonly RuleLine[]
  /** Other trees to choose blocks by than those learned from all pages. */
  readonly forest?: Forest | undefined
  /** What was set aside by that rule, by the boxes that stand in its place. */
  readonly kept: Map<Element, readonly Node[]>
  /** The page's linked data, read before anything is taken away. */
  readonly linked: readonly LinkedObject[]
  /** What the page calls its elements: see called.ts. */
  readonly called: Called
  /** What relative addresses are resolved against. */
  base: string
  facts: Facts
  /** Words that a reader of the page could see, the page's own furniture included. */
  visibleWords: number
  /** Of these, the words in blocks that read like text and are no furniture; from the step `content` on. */
  readingWords: number
  imagesMissing: number
  /** All that a reader of the page could see, from the step `wallMarks` on. */
  seen: string
  wall: WallMarks
  /** The article, from the step `content` on; empty when nothing was found. From the step `sanitise` on it is what `html` says. */
  article: HTMLElement
  /** The text that the step `trim` took from the end. */
  tail: string
  /** The finished reader HTML, from the step `sanitise` on. */
  html: string
}

export type Step = (draft: Draft) => void
