// Frames in the frozen page: with what was in them, which main has frozen by itself, or as a card that says what stood there.
import { isTracker } from '../trackers.ts'
import { attribute, childrenOf, emptyDocument, resourceUrl } from './dom.ts'
import { emptied, type Around, type Freezing } from './freezing.ts'

const numbers = new WeakMap<Element, number>()
let count = 0

/** Smaller ones count readers, or are buttons of other sites. */
const least = { width: 120, height: 60 }
const isAdvert = /(?:^|[^a-z])ads?(?:[^a-z]|$)|advert|recaptcha|captcha|consent|tagmanager/i

/** The number under which its content may be frozen; undefined where nobody would look at it. Called by main on the frame's element. */
export function wantsFrame(element: Element): number | undefined {
  if (!isSeen(element) || isTracker(addressOf(element) ?? '') || isAdvert.test(names(element))) return undefined
  numbers.set(element, ++count)
  return count
}

export function freezeFrame(state: Freezing, element: Element, around: Around): Node[] {
  const made = element.localName === 'frame' ? ofFrameset(state, element, around) : emptied(state, element, around)
  for (const name of ['loading', 'allow']) made.removeAttribute(name)
  if (!around.isDisplayed || !isSeen(element)) return [made]
  const number = numbers.get(element)
  const isKept = number !== undefined && state.options.frames?.includes(number)
  made.setAttribute('sandbox', 'allow-same-origin')
  made.setAttribute('srcdoc', isKept ? `offprint-frame:${state.options.nonce}-${number}` : card(element))
  if (!isKept) made.setAttribute('data-offprint-card', '')
  return [made]
}

/** A page of frames, as it would be written today: a grid of its columns and rows. A parser lets no markup of ours stand beside a frameset. */
export function freezeFrameset(state: Freezing, element: Element, around: Around): Node[] {
  const isTop = element.parentElement?.localName !== 'frameset'
  const made = state.target.createElement(isTop ? 'body' : 'div')
  const [columns, rows] = ['cols', 'rows'].map((name) => tracks(attribute(element, name)))
  made.setAttribute(
    'style',
    `display:grid;grid-template:${rows}/${columns};margin:0;height:${isTop ? '100vh' : '100%'}`,
  )
  const inside = { depth: around.depth + 1, isDisplayed: around.isDisplayed }
  made.append(...childrenOf(element).flatMap((child) => state.copy(child, inside)))
  return [made]
}

/** `200,20%,*` in the words of a grid. */
function tracks(written: string | null): string {
  const parts = (written ?? '').split(',').map((part) => /^\s*(\d{0,6})(?:\.\d*)?\s*([%*]?)/.exec(part))
  return parts
    .map((part) => {
      const [, size = '', unit = ''] = part ?? []
      if (unit === '%') return `${Number(size)}%`
      return unit === '*' || size === '' ? `${Number(size) || 1}fr` : `${Number(size)}px`
    })
    .join(' ')
}

function ofFrameset(state: Freezing, element: Element, around: Around): Element {
  const made = state.target.createElement('iframe')
  for (const { name, value } of emptied(state, element, around).attributes) made.setAttribute(name, value)
  made.setAttribute('style', 'width:100%;height:100%;min-width:0;min-height:0;border:0')
  return made
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width >= least.width && height >= least.height && getComputedStyle(element).visibility === 'visible'
}

function names(element: Element): string {
  return ['id', 'class', 'name', 'title'].map((name) => attribute(element, name) ?? '').join(' ')
}

function addressOf(element: Element): string | undefined {
  return resourceUrl(attribute(element, 'src') ?? attribute(element, 'data-src'))
}

const look =
  'html,body{height:100%;margin:0}body{display:flex;flex-direction:column;align-items:center;justify-content:center;gap:4px;' +
  'background:#f1efe9;color:#4a463f;font:14px/1.4 system-ui,sans-serif;text-align:center}p{margin:0 16px}a{color:inherit}'

/** What stood there and where it leads, in the words of the page itself. */
function card(element: Element): string {
  const made = emptyDocument()
  const style = made.createElement('style')
  style.textContent = look
  made.head.append(style)
  const title = (attribute(element, 'title') ?? attribute(element, 'aria-label') ?? '').trim().slice(0, 200)
  if (title) {
    const line = made.createElement('p')
    line.textContent = title
    made.body.append(line)
  }
  const address = addressOf(element)
  if (address && /^https?:/.test(address)) {
    const link = made.createElement('a')
    link.href = address
    link.textContent = new URL(address).hostname.replace(/^www\./, '')
    made.body.append(link)
  }
  return `<!DOCTYPE html>${made.documentElement.outerHTML}`
}
