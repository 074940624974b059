// Aids for the eye over the text: a line under the one that is read, or all but a few lines dimmed. Both follow the pointer; without it they
// stay where they are and the text moves below them.
import { useEffect, useState } from 'react'
import { appSettings } from '../../app/appSettings.ts'
import { useStore } from '../../ui/useStore.ts'
import { ruler } from './ruler.ts'
import './Ruler.css'

export function Ruler() {
  const { page } = useStore(ruler)
  const kind = useStore(appSettings, (now) => now.ruler)
  const [y, setY] = useState<number>()
  useEffect(() => {
    if (kind === 'none' || !page) return
    const follow = (event: PointerEvent) => setY(event.clientY)
    page.addEventListener('pointermove', follow, { passive: true })
    return () => page.removeEventListener('pointermove', follow)
  }, [kind, page])
  if (kind === 'none') return null
  const place = y === undefined ? '38%' : `${y}px`
  return (
    <div className={`reading-${kind}`} style={{ '--at': place } as React.CSSProperties} aria-hidden="true">
      <i />
      <i />
    </div>
  )
}
