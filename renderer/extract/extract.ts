// A frozen page -> an article. The steps are a list; each is a function of the draft, keeps no state and can be tested alone.
import type { Extraction } from '../../preload/extraction.ts'
import type { RuleLine } from '../../preload/siteRule.ts'
import { isDocumentTooComplex, TooComplex } from './complexity.ts'
import { addresses } from './addresses.ts'
import { ampElements } from './ampElements.ts'
import { namesCalled } from './called.ts'
import { clean } from './clean.ts'
import { clipped } from './clipped.ts'
import { code } from './code.ts'
import { content } from './content.ts'
import type { Draft, Step } from './draft.ts'
import { embeds } from './embeds.ts'
import { flatten } from './flatten.ts'
import { followRule, putBack, setAside } from './followRule.ts'
import { footnotes } from './footnotes.ts'
import { galleries } from './galleries.ts'
import { images, missingImages } from './images.ts'
import { inLine } from './inLine.ts'
import { readJsonLd } from './jsonLd.ts'
import { linkShare, withFoldedSpace, withOneSpace } from './measureText.ts'
import { mathematics } from './mathematics.ts'
import { metadata } from './metadata.ts'
import { permalinks } from './permalinks.ts'
import { placeholders } from './placeholders.ts'
import { judge } from './quality.ts'
import { sanitiseNodes } from './sanitise.ts'
import { streamed } from './streamed.ts'
import { tables } from './tables.ts'
import { paragraphs } from './text.ts'
import { textFile } from './textFile.ts'
import { tidy } from './tidy.ts'
import type { Forest } from './trees.ts'
import { trim } from './trim.ts'
import { unclobber } from './unclobber.ts'
import { verse } from './verse.ts'
import { noMarks, wallMarks } from './wallMarks.ts'
import { countWords } from './words.ts'

/** In the order in which they run. */
export const steps = {
  addresses, // first: all others may then take a link as it stands
  permalinks,
  wallMarks, // before all that takes something away
  metadata, // later steps remove the elements it reads
  textFile, // after metadata, which reads its first line
  putInPlace,
  ampElements,
  placeholders, // after putInPlace: in the place of some there is a text by now
  measure,
  followRule, // after metadata, which may stand in what does not belong to the text
  mathematics, // before clean: what is meant for machines is hidden, and is what we keep
  code,
  verse, // before all that asks for paragraphs
  images, // before content: a captioned figure counts in favour of its section
  embeds,
  setAside, // before all that judges
  clean,
  footnotes,
  inLine, // before content, which asks for paragraphs and drops what holds no text; after those that know such elements by name
  content,
  trim,
  putBack, // after all that judges
  tables,
  galleries, // before tidy: the box around the pictures is what makes them one
  tidy,
  sanitise: sanitiseLast, // nothing after it may add markup
} as const satisfies Readonly<Record<string, Step>>

export type ExtractOptions = {
  readonly rule?: readonly RuleLine[]
  /** Trees that have not seen the page, to be judged by it. */
  readonly forest?: Forest | undefined
  /** Is told of the draft before the first step and after each. */
  readonly watch?: ((draft: Draft, step: string | undefined) => void) | undefined
}

/** Takes the document over and changes it. Throws TooComplex. */
export function extract(document: Document, url: string, options: ExtractOptions = {}): Extraction {
  return extractWithBody(document, url, options).extraction
}

/** With the element that holds the article as whoever shows its HTML will parse it. */
export function extractWithBody(
  document: Document,
  url: string,
  { rule = [], forest, watch }: ExtractOptions = {},
): { extraction: Extraction; body: HTMLElement } {
  unclobber(document)
  flatten(document)
  if (isDocumentTooComplex(document)) throw new TooComplex()
  const draft: Draft = {
    document,
    url,
    rule,
    forest,
    kept: new Map(),
    linked: readJsonLd(document),
    called: namesCalled(document),
    base: url,
    facts: {},
    visibleWords: 0,
    seen: '',
    readingWords: 0,
    imagesMissing: 0,
    wall: noMarks,
    article: document.createElement('div'),
    tail: '',
    html: '',
  }
  watch?.(draft, undefined)
  for (const [name, step] of Object.entries(steps)) {
    step(draft)
    watch?.(draft, name)
  }
  return { extraction: finished(draft), body: draft.article }
}

/** The choice of blocks was learned from pages whose parts lay apart; only that of articles leans on it little enough not to be misled. */
function putInPlace({ document, facts }: Draft) {
  if (facts.isArticle !== undefined) streamed(document)
}

function measure(draft: Draft) {
  draft.visibleWords = countWords(draft.seen, draft.facts.lang)
}

function sanitiseLast(draft: Draft) {
  draft.imagesMissing = missingImages(draft.article)
  const { html, body } = sanitiseNodes(draft.article)
  draft.html = html
  draft.article = body
}

function finished({
  facts,
  html,
  article,
  imagesMissing,
  visibleWords,
  seen,
  readingWords,
  tail,
  wall,
}: Draft): Extraction {
  const { text, list } = paragraphs(article)
  const words = countWords(text, facts.lang)
  const blobs = [
    ...new Set([...article.querySelectorAll('img[src]')].map((image) => blobOf(image.getAttribute('src') ?? ''))),
  ]
  const { title = '', forPayers = false, isArticle, kinds: _kinds, ...others } = facts
  const { verdict, reasons, because } = judge({
    title,
    text,
    tail,
    below: words < shortEnough ? below(seen, text) : '',
    words,
    visibleWords,
    readingWords,
    forPayers,
    isArticle: isArticle !== undefined,
    linked: linkShare(article),
    wall,
  })
  const excerpt =
    others.description ??
    clipped(
      list
        .filter(({ block }) => block.matches('p:not(.offprint-poster)'))
        .map(({ block, text: said }) =>
          isStandfirst(block) && !/[.!?…。！？।]["”’»]?$/u.test(said) ? `${said} ·` : said,
        )
        .join(' ') || text,
      excerptCharacters,
    )
  return {
    ...others,
    title,
    ...(excerpt ? { excerpt } : {}),
    html,
    text,
    words,
    ...((facts.leadImage ?? blobs[0]) ? { leadImage: facts.leadImage ?? blobs[0] } : {}),
    blobs,
    images: { kept: blobs.length, found: blobs.length + imagesMissing },
    visibleWords: Math.max(words, readingWords),
    verdict,
    reasons,
    ...(because && { because }),
  }
}

/** Set apart from the text by the page, it often ends without a stop. */
function isStandfirst(block: Element): boolean {
  return block.classList.contains('offprint-standfirst')
}

/** Longer texts are judged by themselves. */
const shortEnough = 1_500
const belowCharacters = 600
const lastCharacters = 50

/** What the page shows where the text has ended. */
function below(seen: string, text: string): string {
  const folded = withOneSpace(seen)
  const last = withFoldedSpace(text).slice(-lastCharacters)
  const at = last === '' ? -1 : folded.lastIndexOf(last)
  return at < 0 ? '' : folded.slice(at + last.length, at + last.length + belowCharacters)
}

function blobOf(address: string): string {
  return address.replace(/^offprint-asset:/, '')
}

const excerptCharacters = 300
