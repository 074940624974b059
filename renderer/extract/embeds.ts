// Videos, posts and maps of other sites become a still card: a picture if one was kept, and a link that says what it is.
import { resolve } from './addresses.ts'
import { findCalled } from './called.ts'
import type { Draft } from './draft.ts'
import { boxOf } from './layoutMarks.ts'
import { plainText } from './measureText.ts'
import { named } from './named.ts'
import { paragraphs } from './text.ts'

export function embeds({ document, base, called }: Draft) {
  for (const figure of findCalled(document, ['figure[class*=bookmark]', 'figure[class*=link-card]'], called))
    makeLinkCard(figure, figure.querySelector(':scope > a[href], :scope > div > a[href]'), base)
  for (const link of document.querySelectorAll('a[href][download]'))
    if (link.querySelector('div, p') !== null) makeLinkCard(link, link, base)
  for (const line of document.querySelectorAll('a[href] > div, a[href] > p')) cardOfLink(line.parentElement, base)
  for (const quote of findCalled(document, ['blockquote[class*=embedded-content]'], called)) quoteToCard(quote, base)
  for (const frame of named(document, ['iframe', 'embed', 'object'])) {
    const address = resolve(
      frame.getAttribute('src') ?? frame.getAttribute('data-src') ?? frame.getAttribute('data') ?? '',
      base,
    )
    if (address && isContent(frame)) frame.replaceWith(card(document, address, titleOf(frame)))
    else frame.remove()
  }
  for (const player of named(document, ['video', 'audio'])) {
    const source = player.getAttribute('src') ?? player.querySelector('source')?.getAttribute('src') ?? ''
    const address = resolve(source, base)
    const poster = /offprint-asset:[0-9a-f]{64}\.[a-z0-9]{1,5}/.exec(player.getAttribute('poster') ?? '')?.[0]
    if (player.hasAttribute('autoplay') && !player.hasAttribute('controls') && !poster) player.remove()
    else if (address) player.replaceWith(card(document, address, titleOf(player) ?? takeLabels(player), poster))
    else player.remove()
  }
}

/** Another article of a blog: its title, until a frame has come with more of it. */
function quoteToCard(quote: Element, base: string) {
  const link = quote.querySelector('a[href]')
  const address = resolve(link?.getAttribute('href') ?? '', base)
  const frame = quote.nextElementSibling
  if (!address || !link || plainText(link) !== plainText(quote)) return
  if (frame?.localName === 'iframe') frame.remove()
  quote.replaceWith(card(quote.ownerDocument, address, plainText(link)))
}

/** Of lines one of which is the address itself, or its host, on another site: what one pasted, and not what leads on. */
function cardOfLink(link: Element | null, base: string) {
  if (!link?.isConnected || link.closest('figure, nav, header, footer, aside')) return
  const { length } = link.textContent ?? ''
  const address = length < longestCard * 2 ? resolve(link.getAttribute('href') ?? '', base) : undefined
  const host = address === undefined ? '' : new URL(address).hostname.replace(/^www\./, '')
  if (!host || !link.textContent?.includes(host) || host === new URL(base).hostname.replace(/^www\./, '')) return
  const lines = paragraphs(link).list.map(({ text }) => text)
  if (
    lines.length > 1 &&
    lines.slice(1).some((text) => text.replace(/^(?:https?:\/\/)?(?:www\.)?/, '').startsWith(host))
  )
    makeLinkCard(link, link, base)
}

/** Characters. */
const longestCard = 500

/** What an editor makes of a pasted link or a file: its title, what it says of itself and a picture, all of it one link. */
function makeLinkCard(figure: Element, link: Element | null, base: string) {
  const address = resolve(link?.getAttribute('href') ?? '', base)
  const [title, ...more] = link ? paragraphs(link).list.map(({ text }) => text) : []
  if (!address || title === undefined) return
  const poster = [...figure.querySelectorAll('img')].map((image) => image.getAttribute('src') ?? '').find(isAsset)
  const made = card(figure.ownerDocument, address, title.slice(0, 200), poster)
  const caption = made.querySelector('figcaption')
  const about = more.find((text) => text.length >= leastAbout && !/^https?:\/\/\S+$/.test(text))
  if (about !== undefined) {
    const line = figure.ownerDocument.createElement('p')
    line.textContent = about
    caption?.append(line)
  }
  const own = figure.querySelector(':scope > figcaption')
  if (own && caption) caption.append(...own.childNodes)
  figure.replaceWith(made)
}

/** Characters: less is a name or a date. */
const leastAbout = 20

function isAsset(address: string): boolean {
  return address.startsWith('offprint-asset:')
}

/** Where a player stands in a box of its own: the times on it go, and the one line that is left is what it plays. */
function takeLabels(player: Element): string | undefined {
  const box = player.closest(
    '[class*=audio-card], [class*=audio-player], [class*=podcast_player], [class*=podcast-player], [class*=video-card]',
  )
  if (!box || box.matches('body, article, main')) return undefined
  for (const control of box.querySelectorAll('button, input')) control.remove()
  const { list } = paragraphs(box)
  const lines = list.filter(({ text }) => /\p{L}{2}/u.test(text))
  for (const { nodes, text } of list) if (clock.test(text)) for (const node of nodes) node.remove()
  if (lines.length > 1) return undefined
  for (const { nodes } of list) for (const node of nodes) node.remove()
  return lines[0]?.text.slice(0, 200)
}

/** Where it is, and how long it takes. */
const clock = /^[\d:\s/–-]+$/

/** Adverts and counters are frames too; a player is large, or says that it may fill the screen, or has a title and an address to look at. */
function isContent(frame: Element): boolean {
  const number = (name: string) => Number.parseInt(frame.getAttribute(name) ?? '', 10)
  const width = boxOf(frame)?.width ?? number('width')
  const height = boxOf(frame)?.height ?? number('height')
  if (width < minPx || height < minPx) return false
  const says = `${frame.getAttribute('src') ?? ''} ${frame.getAttribute('class') ?? ''} ${frame.id} ${frame.getAttribute('title') ?? ''} ${frame.getAttribute('name') ?? ''}`
  if (
    /(^|[^a-z])ads?([^a-z]|$)|advert|doubleclick|recaptcha|consent|tagmanager|comments|newsletter|subscribe|form/i.test(
      says,
    )
  )
    return false
  return frame.hasAttribute('allowfullscreen') || /embed|player|video|maps?\b/i.test(says)
}

const minPx = 150

function titleOf(element: Element): string | undefined {
  const title = (element.getAttribute('title') ?? element.getAttribute('aria-label') ?? '').replace(/\s+/g, ' ').trim()
  return title === '' ? undefined : title.slice(0, 200)
}

function card(document: Document, address: string, title: string | undefined, poster?: string): Element {
  const figure = document.createElement('figure')
  figure.className = 'offprint-embed'
  if (poster) {
    const image = document.createElement('img')
    image.setAttribute('src', poster)
    image.setAttribute('alt', '')
    figure.append(image)
  }
  const caption = document.createElement('figcaption')
  const link = document.createElement('a')
  link.setAttribute('href', address)
  const host = new URL(address).hostname.replace(/^www\./, '')
  link.textContent = title ? `${title} (${host})` : host
  caption.append(link)
  figure.append(caption)
  return figure
}
