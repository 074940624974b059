// What one can point at in a snapshot: each block of text and each picture that is seen, in reading order; and which of them an article holds.
import { paragraphs } from '../../extract/text.ts'

export type PageBlock = {
  readonly element: Element
  /** Folded; empty for a picture. */
  readonly text: string
  /** The address of a picture's file. */
  readonly picture?: string
}

/** A picture smaller than this is a sign, not something one would miss. */
const smallestPx = 48

export function pageBlocks(body: HTMLElement): PageBlock[] {
  const byElement = new Map<Element, string>()
  for (const { block, text } of paragraphs(body).list) {
    if (block === body) continue
    byElement.set(block, `${byElement.get(block) ?? ''} ${text}`)
  }
  const blocks: PageBlock[] = [...byElement].map(([element, text]) => ({ element, text: folded(text) }))
  for (const image of body.querySelectorAll('img')) {
    const picture = image.getAttribute('src') ?? ''
    if (image.width < smallestPx || image.height < smallestPx || !picture.startsWith('offprint-asset:')) continue
    blocks.push({ element: image, text: '', picture })
  }
  return blocks.filter(({ element }) => element.getClientRects().length > 0).sort((a, b) => order(a.element, b.element))
}

/** What stands in an article, to ask whether it holds a block. The title stands over the text. */
export type ArticleText = {
  readonly texts: ReadonlySet<string>
  readonly all: string
  readonly pictures: ReadonlySet<string>
}

export function articleText(root: Element, title: string): ArticleText {
  const texts = new Set([folded(title), ...paragraphs(root).list.map(({ text }) => folded(text))])
  const pictures = new Set([...root.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? ''))
  return { texts, all: [...texts].join('\n'), pictures }
}

export function holds({ texts, all, pictures }: ArticleText, { text, picture }: PageBlock): boolean {
  if (picture !== undefined) return pictures.has(picture)
  // A paragraph that extraction has joined with its neighbour, or a line of a listing.
  return texts.has(text) || (text.length > tellingCharacters && all.includes(text))
}

const tellingCharacters = 20

export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function order(a: Element, b: Element): number {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1
}
