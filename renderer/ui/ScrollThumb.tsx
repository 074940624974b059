// A scroll bar that lies over its pane and takes no room of it: shown while one scrolls or points there. Keys, wheel and touch work as ever.
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react'
import './ScrollThumb.css'

const leastThumbPx = 32
const restMs = 900

/** Stands beside the scrolling element, in a box that both fill. `content`: anything that changes when the height does. */
export function ScrollThumb({ scroller, content }: { scroller: RefObject<HTMLElement | null>; content: unknown }) {
  const thumb = useRef<HTMLDivElement>(null)
  const grip = useRef<{ readonly y: number; readonly top: number } | undefined>(undefined)

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const place = () => thumb.current && placeThumb(box, thumb.current)
    const onScroll = () => {
      place()
      thumb.current?.setAttribute('data-moving', '')
      clearTimeout(timer)
      timer = setTimeout(() => thumb.current?.removeAttribute('data-moving'), restMs)
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(box)
    if (box.firstElementChild) observer.observe(box.firstElementChild)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [scroller, content])

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !scroller.current) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { y: event.clientY, top: scroller.current.scrollTop }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const box = scroller.current
    if (!box || !grip.current) return
    const { way, track } = measure(box)
    box.scrollTop = grip.current.top + ((event.clientY - grip.current.y) / Math.max(1, track)) * way
  }
  const release = () => {
    grip.current = undefined
  }
  return (
    <div
      ref={thumb}
      className="scroll-thumb"
      aria-hidden="true"
      hidden
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    />
  )
}

/** `way`: how far the content can go; `track`: how far the thumb can. */
function measure(box: HTMLElement) {
  const way = box.scrollHeight - box.clientHeight
  const height = Math.max(leastThumbPx, (box.clientHeight / Math.max(1, box.scrollHeight)) * box.clientHeight)
  return { way, height, track: box.clientHeight - height }
}

function placeThumb(box: HTMLElement, thumb: HTMLElement) {
  const { way, height, track } = measure(box)
  thumb.hidden = way <= 1
  thumb.style.height = `${height}px`
  thumb.style.transform = `translateY(${box.offsetTop + (box.scrollTop / Math.max(1, way)) * track}px)`
}
