// The pages of a PDF in a box that scrolls: each is drawn when it comes near, with its words over it, so that they can be chosen and found.
import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Pdf } from '../../extract/pdf/openPdf.ts'
import { placesIn } from './placesIn.ts'

export type PdfView = {
  readonly pageCount: number
  /** The one at the top of what is seen, from 1. */
  page(): number
  goTo(page: number): void
  /** 1: as wide as the column. */
  zoom(factor: number): void
  /** How many places hold the words; they are marked where they are drawn. Undefined when something else is asked meanwhile, or it is closed. */
  find(text: string): Promise<number | undefined>
  /** To the next place; which one that is, from 0, -1 where there is none. */
  walk(direction: 1 | -1): number
  close(): void
}

type Options = {
  readonly scroller: HTMLElement
  readonly pdf: Pdf
  /** What a screen reader calls a page. */
  nameOf(page: number): string
  onPage(page: number): void
}

type Sheet = {
  readonly box: HTMLElement
  /** Its pieces of text, as far as they are asked for. */
  pieces?: readonly string[]
  drawn?: { readonly spans: readonly HTMLElement[]; stop(): void }
}

type Place = { readonly page: number; readonly start: number; readonly end: number }

const widestPx = 920
const marginPx = 32
/** A page whose width is unknown yet: A4, in points. */
const usual = { width: 595, height: 842 }
const nearPx = 1_200

export async function createPdfView({ scroller, pdf, nameOf, onPage }: Options): Promise<PdfView> {
  const { TextLayer } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const sheets: Sheet[] = Array.from({ length: pdf.numPages }, (_, at) => ({ box: makeBox(nameOf(at + 1)) }))
  const sizes = new Map<number, { readonly width: number; readonly height: number }>()
  let factor = 1
  let places: readonly Place[] = []
  let at = -1
  let isClosed = false
  let asked = 0

  const first = (await pdf.getPage(1)).getViewport({ scale: 1 })
  const sizeOf = (page: number) =>
    sizes.get(page) ?? { width: first.width || usual.width, height: first.height || usual.height }
  const scaleOf = (page: number) =>
    (Math.max(Math.min(scroller.clientWidth - 2 * marginPx, widestPx), 120) / sizeOf(page).width) * factor

  const layOut = () => {
    for (const [n, { box }] of sheets.entries()) {
      const { width, height } = sizeOf(n + 1)
      const scale = scaleOf(n + 1)
      box.style.width = `${Math.floor(width * scale)}px`
      box.style.height = `${Math.floor(height * scale)}px`
    }
  }

  /** Undefined where it is damaged, or the document has been closed. */
  const pageOf = (n: number) => pdf.getPage(n).catch(() => undefined)

  const draw = async (n: number): Promise<void> => {
    const sheet = sheets[n - 1]
    if (!sheet || sheet.drawn || isClosed) return
    let stopped = false
    let stop = () => undefined as void
    const drawn = { spans: [] as HTMLElement[], stop: () => ((stopped = true), stop()) }
    sheet.drawn = drawn
    const page = await pageOf(n)
    if (!page || stopped || isClosed) return
    const own = page.getViewport({ scale: 1 })
    const known = sizeOf(n)
    sizes.set(n, { width: own.width, height: own.height })
    if (known.width !== own.width || known.height !== own.height) layOut()
    const viewport = page.getViewport({ scale: scaleOf(n) })
    try {
      const canvas = canvasFor(viewport)
      const render = page.render({
        canvas,
        viewport: page.getViewport({ scale: (scaleOf(n) * canvas.width) / Math.floor(viewport.width) }),
      })
      const words = document.createElement('div')
      words.className = 'pdf-words'
      words.style.setProperty('--total-scale-factor', String(viewport.scale))
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport })
      stop = () => {
        render.cancel()
        layer.cancel()
      }
      sheet.box.replaceChildren(canvas, words)
      await Promise.all([render.promise, layer.render()])
      sheet.pieces ??= layer.textContentItemsStr.map(String)
      drawn.spans.push(...layer.textDivs)
    } catch {
      return // It was scrolled away before it was done, or cannot be drawn: its words are there all the same.
    }
    mark()
  }

  const forget = (n: number) => {
    const sheet = sheets[n - 1]
    sheet?.drawn?.stop()
    if (sheet) delete sheet.drawn
    sheet?.box.replaceChildren()
  }

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const n = sheets.findIndex(({ box }) => box === target) + 1
        if (isIntersecting) void draw(n)
        else forget(n)
      }
    },
    { root: scroller, rootMargin: `${nearPx}px 0px` },
  )

  const redraw = () => {
    for (const n of sheets.keys()) forget(n + 1)
    layOut()
    observer.disconnect()
    for (const { box } of sheets) observer.observe(box)
  }

  const page = () => {
    const top = scroller.scrollTop + scroller.clientHeight / 3
    const found = sheets.findIndex(({ box }) => box.offsetTop + box.offsetHeight > top)
    return found < 0 ? sheets.length : found + 1
  }
  const onScroll = () => onPage(page())

  /** The same place stays in sight when the pages take another size. */
  const keepingPlace = (change: () => void) => {
    const n = page()
    const box = sheets[n - 1]?.box
    const part = box ? (scroller.scrollTop - box.offsetTop) / Math.max(box.offsetHeight, 1) : 0
    change()
    if (box) scroller.scrollTop = box.offsetTop + part * box.offsetHeight
  }
  let width = scroller.clientWidth
  const resizing = new ResizeObserver(() => {
    if (scroller.clientWidth === width || scroller.clientWidth === 0) return
    width = scroller.clientWidth
    keepingPlace(redraw)
  })

  const piecesOf = async (n: number): Promise<readonly string[]> => {
    const sheet = sheets[n - 1]
    if (!sheet) return []
    if (!sheet.pieces) {
      const content = await (await pageOf(n))?.getTextContent().catch(() => undefined)
      sheet.pieces = content?.items.flatMap((item) => ('str' in item ? [item.str] : [])) ?? []
    }
    return sheet.pieces
  }

  const mark = () => {
    const all: Range[] = []
    const here: Range[] = []
    for (const [index, place] of places.entries()) {
      const sheet = sheets[place.page - 1]
      if (sheet?.drawn && sheet.pieces)
        (index === at ? here : all).push(...rangesOf(place, sheet.pieces, sheet.drawn.spans))
    }
    setMarks('offprint-pdf-mark', all)
    setMarks('offprint-pdf-here', here)
  }

  scroller.append(...sheets.map(({ box }) => box))
  redraw()
  scroller.addEventListener('scroll', onScroll, { passive: true })
  resizing.observe(scroller)

  return {
    pageCount: sheets.length,
    page,
    goTo(n) {
      const box = sheets[Math.min(Math.max(n, 1), sheets.length) - 1]?.box
      if (box) scroller.scrollTop = box.offsetTop - marginPx / 2
    },
    zoom(next) {
      factor = next
      keepingPlace(redraw)
    },
    async find(text) {
      const mine = ++asked
      const found: Place[] = []
      for (let n = 1; n <= sheets.length && text.trim() !== ''; n++) {
        const pieces = await piecesOf(n)
        if (mine !== asked || isClosed) return undefined
        found.push(...placesIn(pieces, text).map((place) => ({ ...place, page: n })))
      }
      places = found
      at = -1
      mark()
      return found.length
    },
    walk(direction) {
      if (places.length === 0) return -1
      const here = page()
      const start =
        direction === 1
          ? places.findIndex((place) => place.page >= here)
          : places.findLastIndex((place) => place.page <= here)
      at = at < 0 ? Math.max(start, 0) : (at + direction + places.length) % places.length
      const place = places[at]
      const sheet = place && sheets[place.page - 1]
      if (place && sheet) {
        const [range] = sheet.drawn && sheet.pieces ? rangesOf(place, sheet.pieces, sheet.drawn.spans) : []
        const top = range
          ? range.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
          : sheet.box.offsetTop
        scroller.scrollTop = Math.max(top - scroller.clientHeight / 3, 0)
      }
      mark()
      return at
    },
    close() {
      isClosed = true
      asked++
      observer.disconnect()
      resizing.disconnect()
      scroller.removeEventListener('scroll', onScroll)
      for (const n of sheets.keys()) forget(n + 1)
      setMarks('offprint-pdf-mark', [])
      setMarks('offprint-pdf-here', [])
      scroller.replaceChildren()
    },
  }
}

function makeBox(name: string): HTMLElement {
  const box = document.createElement('div')
  box.className = 'pdf-page'
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', name)
  return box
}

/** As sharp as the screen, as far as a canvas may be large. */
function canvasFor({ width, height }: PageViewport): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const ratio = Math.min(devicePixelRatio, Math.sqrt(16_000_000 / (width * height)))
  canvas.width = Math.floor(Math.floor(width) * ratio)
  canvas.height = Math.floor(Math.floor(height) * ratio)
  canvas.setAttribute('aria-hidden', 'true')
  return canvas
}

function rangesOf({ start, end }: Place, pieces: readonly string[], spans: readonly HTMLElement[]): Range[] {
  const ranges: Range[] = []
  let offset = 0
  for (const [index, piece] of pieces.entries()) {
    const node = spans[index]?.firstChild
    const [from, to] = [Math.max(start - offset, 0), Math.min(end - offset, piece.length)]
    if (node && from < to) {
      const range = document.createRange()
      range.setStart(node, Math.min(from, node.nodeValue?.length ?? 0))
      range.setEnd(node, Math.min(to, node.nodeValue?.length ?? 0))
      ranges.push(range)
    }
    offset += piece.length
  }
  return ranges
}

function setMarks(name: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...ranges))
}
