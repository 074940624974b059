// The line between two panes: drag it, or move it with the arrow keys; a double press puts it back.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { arrowStep } from './arrowStep.ts'
import './Divider.css'

type Props = {
  label: string
  width: number
  least: number
  most: number
  usual: number
  onWidth: (width: number) => void
}

const stepPx = 16
/** 1 where to the right is wider; in languages written from the right, -1. */
const towardsEnd = () => (document.documentElement.dir === 'rtl' ? -1 : 1)

export function Divider({ label, width, least, most, usual, onWidth }: Props) {
  const grip = useRef<{ readonly x: number; readonly width: number } | undefined>(undefined)
  const set = (next: number) => onWidth(Math.round(Math.min(most, Math.max(least, next))))

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current) set(grip.current.width + (event.clientX - grip.current.x) * towardsEnd())
  }
  const release = () => {
    grip.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = arrowStep(event.key, event.currentTarget)
    const next = step === undefined ? { Home: least, End: most }[event.key] : width + stepPx * step
    if (next === undefined) return
    event.preventDefault()
    set(next)
  }

  return (
    <div
      className="divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => set(usual)}
      onKeyDown={onKeyDown}
    />
  )
}
