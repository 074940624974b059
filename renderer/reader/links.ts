// What a press on a link in the frame does. The frame itself never goes anywhere: no script runs in it, and its policy forbids the rest.
import { openInBrowser } from '../app/articleCommands.ts'
import { askOrSay } from '../app/bridge.ts'
import { openArticle } from '../app/selection.ts'
import { say } from '../app/toasts.ts'
import { showFootnote } from './showFootnote.ts'
import { keptArticle } from './keptArticle.ts'
import { words } from './words.ts'

/** Until the returned function is called. */
export function listenForLinks(page: Document): () => void {
  const onClick = (event: MouseEvent) => {
    const link = closestLink(event.target)
    if (!link) return
    event.preventDefault()
    void follow(page, link, event.ctrlKey || event.metaKey)
  }
  const never = (event: Event) => {
    if (closestLink(event.target)) event.preventDefault()
  }
  page.addEventListener('click', onClick)
  page.addEventListener('auxclick', never)
  page.addEventListener('submit', (event) => event.preventDefault())
  return () => {
    page.removeEventListener('click', onClick)
    page.removeEventListener('auxclick', never)
  }
}

/** In the text, here when that page is kept, else the default browser; `isAway` asks for the browser in any case. */
async function follow(page: Document, link: Element, isAway: boolean) {
  const href = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
  if (href.startsWith('#')) return goTo(page, link, href)
  const url = parse(href)
  if (!url) return
  if (url.protocol === 'mailto:') {
    await askOrSay('clipboard.write', decodeURIComponent(url.pathname))
    return say(words.addressCopied)
  }
  const kept = isAway ? undefined : await keptArticle(url.href)
  if (kept === undefined) await openInBrowser(url.href)
  else openArticle(kept)
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
