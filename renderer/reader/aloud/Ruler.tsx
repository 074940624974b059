// Aids for the eye over the text: a line under the one that is read, or all but that one and its neighbours dimmed. Both lie on whole lines of the
// text; they follow the pointer, the arrow keys and the sentence that is read aloud, and stay where they are when the text is scrolled.
import { useEffect, useState } from 'react'
import { appSettings } from '../../app/appSettings.ts'
import { useStore } from '../../ui/useStore.ts'
import { marking } from '../highlights/marking.ts'
import { lineAt, withNeighbours, type Line } from './lineAt.ts'
import { heightOf, ruler, stepRuler } from './ruler.ts'
import './Ruler.css'

export function Ruler() {
  const { page } = useStore(ruler)
  const kind = useStore(appSettings, (now) => now.ruler)
  const line = useLine(page, kind)
  useEffect(() => {
    if (kind === 'none' || !page) return
    const follow = (event: PointerEvent) => ruler.change({ y: event.clientY })
    const onKeyDown = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
      if (by === undefined || event.defaultPrevented || isOther(event) || marking.get().chosen) return
      event.preventDefault()
      stepRuler(by)
    }
    page.addEventListener('pointermove', follow, { passive: true })
    page.addEventListener('keydown', onKeyDown)
    return () => {
      page.removeEventListener('pointermove', follow)
      page.removeEventListener('keydown', onKeyDown)
    }
  }, [kind, page])
  if (kind === 'none' || !line) return null
  const place = { '--top': `${line.top}px`, '--bottom': `${line.bottom}px` } as React.CSSProperties
  return (
    <div className={`reading-${kind}`} style={place} aria-hidden="true">
      <i />
      <i />
    </div>
  )
}

/** What the aid is laid on, asked again whenever the text may stand elsewhere. */
function useLine(page: Document | undefined, kind: 'none' | 'ruler' | 'lines'): Line | undefined {
  const [line, setLine] = useState<Line>()
  useEffect(() => {
    if (kind === 'none' || !page) return
    let due = 0
    const look = () => {
      cancelAnimationFrame(due)
      due = requestAnimationFrame(() => {
        const y = heightOf(ruler.get())
        const found = lineAt(page, y) ?? { top: y - 15, bottom: y + 15 }
        setLine(kind === 'lines' ? withNeighbours(page, found) : found)
      })
    }
    look()
    const stop = ruler.subscribe(look)
    page.addEventListener('scroll', look, { passive: true })
    const sizes = new ResizeObserver(look) // another font, another width
    sizes.observe(page.body)
    return () => {
      cancelAnimationFrame(due)
      stop()
      page.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [page, kind])
  return line
}

/** With another key, or in something that scrolls by itself. */
function isOther({ ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || shiftKey) return true
  // The frame has a window of its own, whose Element is not ours: ask for what it can do.
  return (
    target !== null && 'closest' in target && (target as Element).closest('pre, table, .footnote, textarea') !== null
  )
}
