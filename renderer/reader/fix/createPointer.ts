// Pointing at blocks in the frame of a snapshot: what is pointed at, what the article holds, keys and clicks. No script of the page runs in it; marks
// are attributes of ours, styled by a sheet of ours.
import { oneTabStop } from './oneTabStop.ts'
import { articleText, holds, pageBlocks, type ArticleText, type PageBlock } from './pageBlocks.ts'

export type Pointer = {
  /** Draws which blocks the article holds. */
  show(text: ArticleText): void
  /** Takes the element around what is pointed at, or the one it was taken around. */
  widen(by: 1 | -1): void
  /** How many characters of the article stand in an element. */
  articleIn(element: Element): number
  close(): void
}

export type Here = {
  readonly element: Element
  readonly words: string
  readonly isPicture: boolean
  readonly isIn: boolean
}

type Listener = {
  /** What is pointed at has changed, or whether the article holds it. */
  onHere(here: Here): void
  /** The person has decided on what is pointed at. */
  onDecide(): void
  onEscape(): void
}

const mark = 'data-offprint-fix'
const hereMark = 'data-offprint-here'

const style = `
[${mark}='in'] { background-color: rgb(86 160 64 / 18%) !important; box-shadow: -5px 0 0 rgb(86 160 64 / 62%) !important; opacity: 1 !important; }
img[${mark}='in'] { outline: 4px solid rgb(86 160 64 / 62%) !important; background: none !important; box-shadow: none !important; }
[${mark}='out'] { opacity: 0.42 !important; }
[${mark}] { cursor: pointer !important; }
[${mark}]:hover { outline: 2px dashed #b3261e !important; outline-offset: 2px !important; }
[${hereMark}] { outline: 3px solid #b3261e !important; outline-offset: 3px !important; opacity: 1 !important; scroll-margin: 80px; }
html { scroll-behavior: auto !important; }
body:focus { outline: none !important; }
`

export function createPointer(page: Document, listener: Listener): Pointer {
  for (const stray of page.querySelectorAll(`[${mark}], [${hereMark}]`)) {
    stray.removeAttribute(mark)
    stray.removeAttribute(hereMark)
  }
  const sheet = page.createElement('style')
  sheet.textContent = style
  page.head.append(sheet)
  oneTabStop(page)
  const blocks = pageBlocks(page.body)
  const elements = new Set(blocks.map((block) => block.element))
  let text: ArticleText = articleText(page.createElement('div'), '')
  let at: Element | undefined
  /** The block that was pointed at, before more was taken. */
  let from: Element | undefined

  const isBlockIn = (block: PageBlock) => holds(text, block)
  const blocksIn = (element: Element) => blocks.filter((block) => element.contains(block.element))
  const isIn = (element: Element) => {
    const all = blocksIn(element)
    const weigh = (some: readonly PageBlock[]) => some.reduce((sum, block) => sum + block.text.length + 1, 0)
    return weigh(all.filter(isBlockIn)) * 2 > weigh(all)
  }

  const tell = () => {
    if (!at) return
    const words = (blocksIn(at).find((block) => block.text !== '')?.text ?? '').slice(0, 80)
    listener.onHere({ element: at, words, isPicture: words === '', isIn: isIn(at) })
  }
  const goTo = (element: Element, { scroll = false } = {}) => {
    at?.removeAttribute(hereMark)
    at = element
    at.setAttribute(hereMark, '')
    if (scroll) at.scrollIntoView({ block: 'nearest' })
    tell()
  }
  const step = (by: 1 | -1) => {
    const index = blocks.findIndex((block) => block.element === from)
    const next = blocks[index < 0 ? firstSeen(blocks) : Math.max(0, Math.min(blocks.length - 1, index + by))]
    if (next) goTo((from = next.element), { scroll: true })
  }
  const widen = (by: 1 | -1) => {
    if (!at || !from) return step(1)
    const next = by === 1 ? around(at, page.body) : within(at, from)
    if (next) goTo(next, { scroll: true })
  }

  const blockAt = (target: EventTarget | null) => {
    // The frame has a window of its own, whose Element is not ours: ask for what it can do.
    let element = target && 'closest' in target ? (target as Element) : null
    while (element && !elements.has(element)) element = element.parentElement
    return element
  }
  const onClick = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
    const block = blockAt(event.target)
    if (!block) return
    goTo((from = block))
    listener.onDecide()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowLeft: () => widen(1),
    ArrowRight: () => widen(-1),
    Enter: () => at && listener.onDecide(),
    Escape: () => listener.onEscape(),
  }
  const never = (event: Event) => event.preventDefault()
  page.addEventListener('click', onClick, true)
  page.addEventListener('auxclick', never)
  page.addEventListener('submit', never)
  page.addEventListener('keydown', onKeyDown)

  return {
    show(next) {
      text = next
      for (const block of blocks) block.element.setAttribute(mark, isBlockIn(block) ? 'in' : 'out')
      tell()
    },
    widen,
    articleIn: (element) =>
      blocksIn(element)
        .filter(isBlockIn)
        .reduce((sum, block) => sum + block.text.length, 0),
    close() {
      page.removeEventListener('click', onClick, true)
      page.removeEventListener('auxclick', never)
      page.removeEventListener('submit', never)
      page.removeEventListener('keydown', onKeyDown)
    },
  }
}

function firstSeen(blocks: readonly PageBlock[]): number {
  return Math.max(
    0,
    blocks.findIndex((block) => block.element.getBoundingClientRect().top >= 0),
  )
}

/** The next element around this one that is larger: a wrapper around nothing else is the same thing. */
function around(element: Element, body: HTMLElement): Element | undefined {
  const text = element.textContent?.length ?? 0
  for (let at = element.parentElement; at && at !== body; at = at.parentElement)
    if (
      (at.textContent?.length ?? 0) > text ||
      at.querySelectorAll('img').length > element.querySelectorAll('img').length
    )
      return at
  return undefined
}

/** The way back from what was taken around a block. */
function within(element: Element, from: Element): Element | undefined {
  if (element === from) return undefined
  const way: Element[] = [from]
  for (
    let at = around(from, element.ownerDocument.body);
    at && at !== element;
    at = around(at, element.ownerDocument.body)
  )
    way.push(at)
  return way.at(-1)
}
