// A text of our own, before any site has dressed it: what the skeletons wrap and what the tests know to be true.

/** How a page asks for its picture: at once, by the attribute, by a script when it nears, with a twin in noscript, or by choice of source. */
export type Lazy = 'eager' | 'loading' | 'data-src' | 'noscript' | 'picture'

export type Figure = {
  readonly kind: 'figure'
  /** A path of images.ts without its size: `/images/harbour` has `-480.png`, `-960.png` and `-1440.png`. */
  readonly image: string
  readonly alt: string
  readonly caption: string
  readonly credit: string
  readonly lazy: Lazy
}

/** A bare string is a paragraph; it may hold inline markup. */
export type Block =
  | string
  | Figure
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly source?: string }
  /** Says again what a paragraph says already. */
  | { readonly kind: 'pull'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'code'; readonly language: string; readonly source: string }
  | { readonly kind: 'maths'; readonly markup: string; readonly tex: string }
  | { readonly kind: 'notes'; readonly items: readonly string[] }

export type Story = {
  readonly title: string
  readonly byline?: string
  /** As the page states it, with its own offset. */
  readonly publishedAt?: string
  readonly siteName: string
  readonly lang: string
  readonly dir?: 'rtl'
  readonly description: string
  readonly blocks: readonly Block[]
}

/** What a test may hold against what came out of the page. */
export type Truth = {
  readonly title: string
  readonly byline?: string
  readonly publishedAt?: string
  readonly siteName?: string
  readonly lang?: string
  /** In order; each must be found in the extracted text, white space folded. */
  readonly sentences: readonly string[]
  /** Captions and credits; they belong to the images. */
  readonly captions: readonly string[]
  /** Navigation, adverts, related links: none may be found. */
  readonly notSentences: readonly string[]
  /** Pictures that belong to the article. */
  readonly images: number
}

export function truthOf(story: Story, notSentences: readonly string[]): Truth {
  const { title, byline, publishedAt, siteName, lang, blocks } = story
  const figures = blocks.filter((block): block is Figure => typeof block !== 'string' && block.kind === 'figure')
  return {
    title,
    siteName,
    lang,
    ...(byline === undefined ? {} : { byline }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    sentences: blocks.flatMap(wordsOf).flatMap((text) => sentencesOf(plain(text))),
    captions: figures.flatMap(({ caption, credit }) => [caption, credit]),
    notSentences,
    images: figures.length,
  }
}

/** Markup to text, for the few tags and characters that the stories use. */
export function plain(markup: string): string {
  return markup
    .replace(/<sup[^>]*>.*?<\/sup>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', '\u00a0')
}

export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function wordsOf(block: Block): readonly string[] {
  if (typeof block === 'string') return [block]
  switch (block.kind) {
    case 'heading':
    case 'quote':
      return [block.text]
    case 'list':
    case 'notes':
      return block.items
    case 'table':
      return block.rows.flat()
    default:
      return []
  }
}

// A footnote's number stands between two sentences, so sentences are the unit that survives it, not paragraphs.
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?؟]["”’»]?)\s+|(?<=[。！？][」』]?)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
