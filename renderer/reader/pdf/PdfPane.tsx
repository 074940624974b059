// A kept PDF, page below page: as wide as the column, larger and smaller by key, its words to choose and to find.
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { Article } from '../../../preload/article.ts'
import { openPdf } from '../../extract/pdf/openPdf.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { createPdfView, type PdfView } from './createPdfView.ts'
import { words } from './words.ts'
import './PdfPane.css'

export type PdfHandle = {
  focus(): void
  turn(direction: 1 | -1): void
  /** Undefined when something else is asked meanwhile. */
  find(text: string): Promise<number | undefined>
  walk(direction: 1 | -1): number
}

type State = { readonly kind: 'opening' | 'locked' | 'damaged' } | { readonly kind: 'open'; readonly pages: number }

const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const

export function PdfPane({ article, ref }: { article: Article; ref: Ref<PdfHandle> }) {
  const scroller = useRef<HTMLDivElement>(null)
  const view = useRef<PdfView>(undefined)
  const [state, setState] = useState<State>({ kind: 'opening' })
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const holder = article.heldBy ?? article.id
  const address = `/pdf/${holder}/${article.version}`

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const ending = new AbortController()
    const closing: (() => void)[] = []
    void show(address, box, setPage, ending.signal, closing).then((shown) => {
      if (ending.signal.aborted) return
      view.current = shown.view
      setState(shown.state)
    })
    return () => {
      ending.abort()
      view.current = undefined
      for (const close of closing) close()
    }
  }, [address])

  const zoomTo = (next: number) => {
    setZoom(next)
    view.current?.zoom(next)
  }
  const zoomBy = (steps: 1 | -1) => {
    const now = zooms.findIndex((one) => one >= zoom)
    zoomTo(zooms[Math.min(Math.max(now + steps, 0), zooms.length - 1)] ?? 1)
  }
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus(),
    turn: (direction) => scroller.current?.scrollBy({ top: direction * (scroller.current.clientHeight - 76) }),
    find: (text) => view.current?.find(text) ?? Promise.resolve(0),
    walk: (direction) => view.current?.walk(direction) ?? -1,
  }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') zoomBy(1)
    else if (event.key === '-') zoomBy(-1)
    else if (event.key === '0') zoomTo(1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="pdf" onKeyDown={onKeyDown}>
      {/* The arrows scroll it, as they do a frame. */}
      <div
        ref={scroller}
        className="pdf-scroller"
        data-keys="frame"
        role="document"
        aria-label={words.pdfOf(article.title)}
        tabIndex={0}
      />
      {state.kind === 'opening' && <p className="pdf-said">{words.opening}</p>}
      {state.kind === 'locked' && <p className="pdf-said">{words.locked}</p>}
      {state.kind === 'damaged' && <p className="pdf-said">{words.damaged}</p>}
      {state.kind === 'open' && (
        <div className="pdf-bar" role="group" aria-label={words.pages}>
          <span role="status">{words.pageOf(page, state.pages)}</span>
          <IconButton label={words.smaller} shortcut="-" aria-disabled={zoom <= zooms[0]} onClick={() => zoomBy(-1)}>
            <Icon name="minus" size={14} />
          </IconButton>
          <button type="button" className="pdf-zoom" title={words.usual} onClick={() => zoomTo(1)}>
            {words.percent(zoom)}
          </button>
          <IconButton
            label={words.larger}
            shortcut="+"
            aria-disabled={zoom >= zooms[zooms.length - 1]!}
            onClick={() => zoomBy(1)}
          >
            <Icon name="plus" size={14} />
          </IconButton>
        </div>
      )}
    </div>
  )
}

type Shown = { readonly state: State; readonly view?: PdfView }

/** What is opened is put into `closing` at once, whenever the pane goes. */
async function show(
  address: string,
  scroller: HTMLElement,
  onPage: (page: number) => void,
  signal: AbortSignal,
  closing: (() => void)[],
): Promise<Shown> {
  const damaged = { state: { kind: 'damaged' } } as const
  try {
    const answer = await fetch(address, { signal })
    if (!answer.ok) return damaged
    const opened = await openPdf(new Uint8Array(await answer.arrayBuffer()))
    if (opened.kind !== 'open') return { state: { kind: opened.kind } }
    if (signal.aborted) {
      opened.close()
      return damaged
    }
    closing.push(opened.close)
    const view = await createPdfView({ scroller, pdf: opened.pdf, nameOf: words.page, onPage })
    closing.unshift(view.close)
    if (signal.aborted) view.close()
    return { state: { kind: 'open', pages: view.pageCount }, view }
  } catch (error) {
    if (signal.aborted) return damaged // Nobody looks at it any more.
    console.error('the PDF could not be shown', error)
    return damaged
  }
}
