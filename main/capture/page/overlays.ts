// What lies over a page: consent walls, bars that stay while one scrolls, boxes that ask for an address. In the frozen page they are not seen, and
// what they had locked can be scrolled again.
import { allElements, attribute, body, documentElement, parentElement, shadowRoot, textContent } from './dom.ts'

const consentWords =
  /cookie|consent|gdpr|rgpd|dsgvo|datenschutz|privacy|privatsph|confidentialit|partner|tracking|einwillig|akzept|personal data|données/i
const managers =
  /onetrust|cookiebot|didomi|qc-cmp|sp_message|usercentrics|truste|trustarc|iubenda|osano|complianz|cmplz|borlabs|klaro|axeptio|tarteaucitron|cookiefirst|cky-|termly|cmpbox|fc-consent|consent|cookie|gdpr/i

/** Something lies over the page that may be asking for consent. Cheap: asked of every page. */
export function mayAskConsent(): boolean {
  return overlaysAtPoints().some((element) => {
    const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`
    if (managers.test(names) || shadowRoot(element) || element.localName === 'iframe') return true
    const inside = allElements('iframe, [id], [class]', element).slice(0, 60)
    return (
      consentWords.test((textContent(element) ?? '').slice(0, 20_000)) ||
      inside.some((one) => one.localName === 'iframe' || shadowRoot(one) || managers.test(attribute(one, 'id') ?? ''))
    )
  })
}

function overlaysAtPoints(): Element[] {
  const found = new Set<Element>()
  for (const x of [0.1, 0.5, 0.9])
    for (const y of [0.03, 0.25, 0.5, 0.75, 0.97]) {
      const [top] = Document.prototype.elementsFromPoint.call(document, innerWidth * x, innerHeight * y)
      for (let at: Element | null = top ?? null; at; at = parentElement(at)) {
        if (at === body(document) || at === documentElement(document)) break
        const { position, zIndex } = getComputedStyle(at)
        if (position === 'fixed' || position === 'sticky' || (position === 'absolute' && Number(zIndex) >= 100))
          found.add(at)
      }
    }
  return [...found]
}

export type Standing = 'hide' | 'let-go' | undefined

/** More text than this is the page itself, in a box that scrolls. */
const mostText = 3_000

/** What becomes of an element that stays in its place while the page scrolls. */
export function standing(element: Element, style: CSSStyleDeclaration): Standing {
  if (style.position === 'sticky') return 'let-go'
  if (style.position !== 'fixed' || Number(style.zIndex) < 0) return undefined
  const own = (textContent(element) ?? '').length
  const whole = (textContent(body(document) ?? element) ?? '').length
  if (own > mostText || own > whole / 2 || allElements('article, main', element).length > 0) return undefined
  const box = element.getBoundingClientRect()
  const isOverMiddle =
    box.left < innerWidth / 2 && box.right > innerWidth / 2 && box.top < innerHeight / 2 && box.bottom > innerHeight / 2
  const isAtBottom = box.top > innerHeight / 2
  return isOverMiddle || isAtBottom ? 'hide' : 'let-go'
}

/** Written into the style of the copy. */
export function loosened(made: Element, style: CSSStyleDeclaration, what: Standing): void {
  if (!(made instanceof HTMLElement) || what === undefined) return
  const set = (name: string, value: string) => made.style.setProperty(name, value, 'important')
  if (what === 'hide') set('display', 'none')
  else if (style.position === 'sticky') {
    set('position', 'relative')
    set('inset', 'auto')
  } else set('position', 'absolute')
}

/** The page itself, where something has kept it from scrolling. */
export function unlocked(made: Element, element: Element, style: CSSStyleDeclaration): void {
  if (element !== documentElement(document) && element !== body(document)) return
  if (!(made instanceof HTMLElement)) return
  const isLocked = style.overflowY === 'hidden' || style.overflowY === 'clip'
  const isTaller = element.scrollHeight > innerHeight
  if (isLocked && isTaller) made.style.setProperty('overflow', 'visible', 'important')
  if (style.position === 'fixed') made.style.setProperty('position', 'static', 'important')
}
