// What a press on a link in the frame does. The frame itself never goes anywhere: no script runs in it, and its policy forbids the rest.
import { openInBrowser, whereKept } from '../app/articleCommands.ts'
import { askOrSay } from '../app/bridge.ts'
import { saveLinksOrAsk } from '../app/captures.ts'
import { openArticle, selection } from '../app/selection.ts'
import { say } from '../app/toasts.ts'
import { article as articleById } from '../library/articles.ts'
import { showFootnote } from './showFootnote.ts'
import { keptArticle } from './keptArticle.ts'
import { takeLinkInHand } from './linkAtHand.ts'
import { words } from './words.ts'

/** Until the returned function is called. */
export function listenForLinks(page: Document): () => void {
  const onClick = (event: MouseEvent) => {
    const link = closestLink(event.target)
    if (!link) return
    event.preventDefault()
    void follow(page, link, event.ctrlKey || event.metaKey)
  }
  const point = (event: Event) =>
    takeLinkInHand(closestLink(event.target)?.getAttribute('href') ?? null, event.type === 'focusin')
  const leave = () => takeLinkInHand(null, false)
  const never = (event: Event) => {
    if (closestLink(event.target)) event.preventDefault()
  }
  const stay = (event: Event) => event.preventDefault()
  page.addEventListener('click', onClick)
  page.addEventListener('auxclick', never)
  page.addEventListener('pointerover', point)
  page.addEventListener('focusin', point)
  page.addEventListener('focusout', leave)
  page.documentElement.addEventListener('pointerleave', leave)
  page.addEventListener('submit', stay)
  return () => {
    page.removeEventListener('click', onClick)
    page.removeEventListener('auxclick', never)
    page.removeEventListener('pointerover', point)
    page.removeEventListener('focusin', point)
    page.removeEventListener('focusout', leave)
    page.documentElement.removeEventListener('pointerleave', leave)
    page.removeEventListener('submit', stay)
    leave()
  }
}

/** In the text, here when that page is kept, else the default browser; `isAway` asks for the browser in any case. */
async function follow(page: Document, link: Element, isAway: boolean) {
  const href = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
  if (href.startsWith('#')) return goTo(page, link, href)
  const url = parse(href)
  if (!url) return
  if (url.protocol === 'mailto:') {
    if ((await askOrSay('clipboard.write', safeDecode(url.pathname))) !== undefined) say(words.addressCopied)
    return
  }
  await followAddress(url.href, isAway)
}

/** Here when that page is kept, else in the default browser. */
export async function followAddress(address: string, isAway: boolean) {
  const kept = isAway ? undefined : await keptArticle(address)
  if (kept !== undefined) return openArticle(kept)
  const { open } = selection.get()
  const article = open === undefined ? undefined : await articleById(open)
  await openInBrowser(address, article && whereKept(article))
}

export async function saveAddress(address: string) {
  if (await saveLinksOrAsk([address])) say(words.linkSaving)
}

function goTo(page: Document, link: Element, href: string) {
  const id = safeDecode(href.slice(1))
  if (id === '' || id === 'top') return page.scrollingElement?.scrollTo({ top: 0 })
  const target = page.getElementById(id) ?? page.getElementById(`user-content-${id}`)
  if (!target) return
  if (link.classList.contains('offprint-noteref') && showFootnote(page, link as HTMLElement, target)) return // an `a`
  target.scrollIntoView({ block: 'center' })
  target.classList.add('here')
  setTimeout(() => target.classList.remove('here'), 1_600)
}

function closestLink(target: EventTarget | null): Element | null {
  // The frame has a window of its own, whose Element is not ours: ask for what it can do.
  return target && 'closest' in target ? (target as Element).closest('a') : null
}

function parse(href: string): URL | undefined {
  try {
    return new URL(href)
  } catch {
    return undefined // not an address; the page's own mistake
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a broken escape stands for itself
  }
}
