// Has the page come to rest? Asked by main while the page is still at work; changes nothing in it.
import type { Arrival, PageState } from '../frozenPage.ts'
import { saysItIsMade } from './beingMade.ts'
import { allElements, attribute, body, documentElement, lastElementChild, textContent } from './dom.ts'
import { wholeHeight } from './wholeHeight.ts'

let textLength = -1
let changedAt = performance.now()
/** When the page last changed, if that was not looked at yet. */
let mutatedAt: number | undefined = changedAt

/** Call once a document, before anything is asked. */
export function watchPage(): void {
  if (window !== window.top) return
  const observer = new MutationObserver(() => {
    mutatedAt = performance.now()
  })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
}

export function arrivalNow(): Arrival {
  return {
    ready: document.readyState,
    elements: Document.prototype.getElementsByTagName.call(document, '*').length,
    openDepth: openDepth(),
  }
}

/** Along the last children: what is being read is among them. */
function openDepth(): number {
  let depth = 0
  for (let at: Element | null = documentElement(document); at; at = lastElementChild(at)) depth++
  return depth
}

export function pageStateNow(): PageState {
  // Only text counts: a page that turns its adverts, or counts down to something, is at rest all the same.
  if (mutatedAt !== undefined) {
    const length = lengthOfText()
    if (Math.abs(length - textLength) > 20) {
      changedAt = mutatedAt
      textLength = length
    }
    mutatedAt = undefined
  }
  const images = allElements('img').filter((image): image is HTMLImageElement => image instanceof HTMLImageElement)
  const refreshSeconds = refresh()
  const scripts = allElements('script').filter(runs).length
  return {
    ...arrivalNow(),
    scripts,
    textLength,
    isBeingMade: scripts > 0 && saysItIsMade(textLength),
    unchangedMs: performance.now() - changedAt,
    pendingImages: images.filter((image) => !image.complete && image.loading !== 'lazy').length,
    lazyImages: images.filter(isLazy).length,
    heightPx: wholeHeight(),
    ...(refreshSeconds !== undefined && { refreshSeconds }),
  }
}

/** Of what may be read: what scripts and styles say is often more, and stands in the body as well. */
function lengthOfText(): number {
  const own = body(document)
  if (!own) return 0
  const unread = allElements('script, style, noscript', own).map((one) => textContent(one)?.length ?? 0)
  return unread.reduce((left, length) => left - length, (textContent(own) ?? '').length)
}

/** How the page begins, as markup. */
export function markup(mostCharacters: number): string {
  return documentElement(document)?.outerHTML.slice(0, mostCharacters) ?? ''
}

/** When the page has been painted `count` more times: what looks at positions has then looked. */
export function framesPainted(count: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (left: number) => (left === 0 ? resolve() : void requestAnimationFrame(() => next(left - 1)))
    next(count)
  })
}

/** What a reader does who has come to the end: some scripts wait for the wheel or the hand, and do not notice that all is in view. */
export async function lookAround(): Promise<void> {
  await framesPainted(2)
  const target = body(document) ?? document
  for (const event of [
    new MouseEvent('mousemove', { bubbles: true, clientX: 400, clientY: 300 }),
    new WheelEvent('wheel', { bubbles: true, deltaY: 100 }),
  ])
    EventTarget.prototype.dispatchEvent.call(target, event)
  EventTarget.prototype.dispatchEvent.call(document, new Event('scroll', { bubbles: true }))
  await framesPainted(1)
}

function runs(script: Element): boolean {
  const type = (attribute(script, 'type') ?? '').trim().toLowerCase()
  return type === '' || type === 'module' || /^(?:text|application)\/(?:x-)?(?:java|ecma)script/.test(type)
}

function isLazy(image: HTMLImageElement): boolean {
  if (image.loading === 'lazy' && !image.complete) return true
  const isEmpty = image.complete && image.naturalWidth <= 2
  return isEmpty && image.getAttributeNames().some((name) => /^data-.*(?:src|original|lazy|url|image)/.test(name))
}

function refresh(): number | undefined {
  const [meta] = allElements('meta[http-equiv="refresh" i]')
  const match = /^\s*(\d+(?:\.\d+)?)\s*[;,]\s*url\s*=/i.exec(meta ? (attribute(meta, 'content') ?? '') : '')
  return match ? Number(match[1]) : undefined
}
