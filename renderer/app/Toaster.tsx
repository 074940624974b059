// Shows the last toast. A polite live region that is always there, so that what appears in it is read out.
import { useEffect, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { hush, toasts, undoSeconds, undoToast } from './toasts.ts'
import { words } from './words.ts'
import './Toaster.css'

export function Toaster() {
  const toast = useStore(toasts, (now) => now.toast)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!toast || isHeld) return
    const timer = setTimeout(() => hush(toast.n), undoSeconds * 1000)
    return () => clearTimeout(timer)
  }, [toast, isHeld])

  return (
    <div className="toaster" role="status" aria-live="polite" aria-atomic="true">
      {toast && (
        <div
          key={toast.n}
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          {toast.isProblem && <Icon name="warning" />}
          <span className="toast-words">{toast.words}</span>
          {toast.undo && (
            <button type="button" className="toast-undo" onClick={() => void undoToast(toast)}>
              {words.undo}
              <kbd>z</kbd>
            </button>
          )}
          <button type="button" className="toast-close" aria-label={words.dismiss} onClick={() => hush(toast.n)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  )
}
