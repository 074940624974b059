// A PDF as an article: its words for search and reading, what it says of itself, and a small picture of its first page.
import type { Extraction } from '../../../preload/extraction.ts'
import { englishReasonWords, type Reason } from '../../../preload/reason.ts'
import { openPdf, type Pdf } from './openPdf.ts'
import { textBlocks, type Piece } from './textBlocks.ts'
import { clipped } from '../clipped.ts'
import { sanitiseToString } from '../sanitise.ts'
import { paragraphs } from '../text.ts'
import { parseInert } from '../trustedHtml.ts'
import { countWords } from '../words.ts'

export type ReadPdf = {
  readonly extraction: Extraction
  /** Unknown where it is locked. */
  readonly pages?: number
  /** WebP. */
  readonly thumbnail?: Uint8Array<ArrayBuffer>
}

/** No document that could be opened. */
export class DamagedPdf extends Error {}

/** Of the time there is; then the rest of a very long document stays unread. */
const readingMs = 7_000
const mostPages = 3_000
const excerptCharacters = 300

/** Throws DamagedPdf. */
export async function readPdf(bytes: Uint8Array, url: string): Promise<ReadPdf> {
  const opened = await openPdf(bytes)
  if (opened.kind === 'damaged') throw new DamagedPdf('The PDF cannot be opened.')
  if (opened.kind === 'locked') return { extraction: locked(url) }
  try {
    const { pdf } = opened
    const facts = await factsOf(pdf)
    const pages = await piecesOf(pdf)
    const extraction = articleOf(pages, facts, url, pdf.numPages)
    const picture = await firstPage(pdf)
    return { extraction, pages: pdf.numPages, ...(picture && { thumbnail: picture }) }
  } finally {
    opened.close()
  }
}

type Facts = Pick<Extraction, 'byline' | 'lang' | 'publishedAt'> & { readonly title?: string }

async function factsOf(pdf: Pdf): Promise<Facts> {
  const { info } = await pdf.getMetadata()
  const said = (name: string) => {
    const value: unknown = Reflect.get(info, name)
    const text = typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim() : ''
    return text === '' ? undefined : text
  }
  const title = said('Title')?.slice(0, 300)
  const byline = said('Author')?.slice(0, 300)
  const lang = said('Language')
  const publishedAt = dateOf(said('CreationDate') ?? '')
  return {
    ...(title !== undefined && !isNoTitle.test(title) && { title }),
    ...(byline !== undefined && !isNoAuthor.test(byline) && { byline }),
    ...(lang !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(lang) && { lang }),
    ...(publishedAt !== undefined && { publishedAt }),
  }
}

/** What programs write there when nobody has. */
const isNoTitle =
  /^(?:untitled|unbenannt|sans titre|document\d*|title|slide 1|powerpoint presentation)$|^microsoft (?:word|powerpoint|excel) -|\.(?:docx?|pptx?|xlsx?|tex|dvi|indd|qxd|pdf|rtf|odt)$/i
const isNoAuthor = /^(?:unknown|user|admin(?:istrator)?|author|owner|root|default)$/i

/** `D:20240131174500+01'00'` */
function dateOf(text: string): string | undefined {
  const found = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?/.exec(text)
  if (!found) return undefined
  const [, year, month = '01', day = '01', hour, minute = '00', second = '00', zulu, sign, hours, minutes = '00'] =
    found
  const date = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(date))) return undefined
  const zone = zulu ?? (sign ? `${sign}${hours}:${minutes}` : '')
  const instant = `${date}T${hour}:${minute}:${second}${zone}`
  return hour === undefined || Number.isNaN(Date.parse(instant)) ? date : instant
}

async function piecesOf(pdf: Pdf): Promise<Piece[][]> {
  const endAt = performance.now() + readingMs
  const pages: Piece[][] = []
  for (let n = 1; n <= Math.min(pdf.numPages, mostPages) && performance.now() < endAt; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent()
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item)) return []
        const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform.map(Number)
        const height = Math.hypot(skew, scale) || item.height
        return [{ text: item.str, x, y, width: item.width, height, endsLine: item.hasEOL }]
      }),
    )
    page.cleanup()
  }
  return pages
}

function articleOf(pages: Piece[][], facts: Facts, url: string, count: number): Extraction {
  const blocks = textBlocks(pages)
  const heading = blocks.slice(0, 6).find(({ kind, text }) => kind === 'heading' && text.length > 3)?.text
  const title = facts.title ?? heading?.slice(0, 300) ?? fileName(url)
  const holder = document.implementation.createHTMLDocument('').body
  for (const { kind, text } of blocks) {
    if (kind === 'heading' && text === title) continue
    const block = holder.ownerDocument.createElement(kind === 'heading' ? 'h2' : 'p')
    block.textContent = text
    holder.append(block)
  }
  const html = sanitiseToString(holder.innerHTML)
  const { text } = paragraphs(parseInert(html).body)
  const words = countWords(text, facts.lang)
  const beginning = blocks.find(({ kind, text: own }) => kind === 'paragraph' && own.length > 80)?.text ?? text
  const excerpt = clipped(beginning, excerptCharacters)
  return {
    ...facts,
    title,
    ...(excerpt !== undefined && { excerpt }),
    html,
    text,
    words,
    blobs: [],
    images: { kept: 0, found: 0 },
    ...judged(words, pages.length, count),
  }
}

function judged(words: number, read: number, pages: number): Pick<Extraction, 'verdict' | 'reasons' | 'because'> {
  if (words === 0) return said('complete', { code: 'pdf-pictures' })
  return read < pages ? said('complete', { code: 'pdf-partly-read', read, pages }) : said('complete')
}

function said(
  verdict: Extraction['verdict'],
  ...because: Reason[]
): Pick<Extraction, 'verdict' | 'reasons' | 'because'> {
  return { verdict, reasons: because.map(englishReasonWords), because }
}

function locked(url: string): Extraction {
  return {
    title: fileName(url),
    html: '',
    text: '',
    words: 0,
    blobs: [],
    images: { kept: 0, found: 0 },
    ...said('partial', { code: 'pdf-locked' }),
  }
}

function fileName(url: string): string {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? ''
  try {
    return (
      decodeURIComponent(last)
        .replace(/\.pdf$/i, '')
        .replace(/[_+]+/g, ' ')
        .trim() || new URL(url).hostname
    )
  } catch {
    return last // a broken escape stands for itself
  }
}

const sidePx = 128

/** The top of it, as wide as the page. */
async function firstPage(pdf: Pdf): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const page = await pdf.getPage(1)
    const { width } = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: (sidePx * 2) / width })
    const canvas = document.createElement('canvas')
    canvas.width = sidePx * 2
    canvas.height = sidePx * 2
    await page.render({ canvas, viewport, background: '#fff' }).promise
    const small = new OffscreenCanvas(sidePx, sidePx)
    small.getContext('2d')?.drawImage(canvas, 0, 0, sidePx, sidePx)
    const blob = await small.convertToBlob({ type: 'image/webp', quality: 0.82 })
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    return undefined // A page that cannot be drawn has no picture.
  }
}
