// Shows the last toast. A polite live region that is always there, so that what appears in it is read out.
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { Keys } from '../ui/Keys.tsx'
import { useStore } from '../ui/useStore.ts'
import { appSettings } from './appSettings.ts'
import { layers } from './layers.ts'
import { focusList } from './searchField.ts'
import { hush, toasts, undoSeconds, undoToast } from './toasts.ts'
import { words } from './words.ts'
import './Toaster.css'

export function Toaster() {
  const toast = useStore(toasts, (now) => now.toast)
  /** The one pointed at or focused. What takes its place is not: nothing says that the pointer has left what is gone. */
  const [held, setHeld] = useState<number>()
  const isHeld = held !== undefined && held === toast?.n
  const before = useRef<Element | null>(null)
  // A letter alone is no shortcut in a dialog, or where a person has turned such shortcuts off.
  const isOver = useStore(layers, (now) => now.top !== undefined)
  const hasLetters = useStore(appSettings, (now) => now.singleKeyShortcuts)
  const undoKey = isOver || !hasLetters ? 'Mod+z' : 'z'
  useEffect(() => {
    if (!toast || isHeld) return
    const timer = setTimeout(() => hush(toast.n), undoSeconds * 1000)
    return () => clearTimeout(timer)
  }, [toast, isHeld])

  const leave = (act: () => void) => {
    const hasFocus = document.activeElement?.closest('.toast') != null
    act()
    if (!hasFocus) return
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
    else focusList()
  }

  return (
    <div className="toaster" role="status" aria-live="polite" aria-atomic="true">
      {toast && (
        <div
          key={toast.n}
          className="toast"
          onPointerEnter={() => setHeld(toast.n)}
          onPointerLeave={() => setHeld(undefined)}
          // A press leaves the focus where it is; whoever comes by Tab goes back.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={({ currentTarget, relatedTarget }) => {
            setHeld(toast.n)
            if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget
          }}
          onBlur={() => setHeld(undefined)}
        >
          {toast.isProblem && <Icon name="warning" />}
          <span className="toast-words">{toast.words}</span>
          {toast.undo && (
            <button type="button" className="toast-undo" onClick={() => leave(() => void undoToast(toast))}>
              {words.undo}
              <Keys shortcut={undoKey} />
            </button>
          )}
          <button
            type="button"
            className="toast-close"
            aria-label={words.dismiss}
            onClick={() => leave(() => hush(toast.n))}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
    </div>
  )
}
