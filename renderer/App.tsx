// What a person sees: the panes, what lies over them, and what is said. Mounted once.
import { Direction, Tooltip } from 'radix-ui'
import { StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { direction, spokenLanguage } from '../preload/language.ts'
import { DropTarget } from './add/DropTarget.tsx'
import { linesOf } from './add/linksIn.ts'
import { takeText } from './add/takeText.ts'
import { ask, listen } from './app/bridge.ts'
import { saveLinksOrAsk, startCaptures } from './app/captures.ts'
import { catchMistakes } from './app/catchMistakes.ts'
import { runCommand } from './app/commands.ts'
import { ErrorWall } from './app/ErrorWall.tsx'
import { giveLostKeys } from './app/giveLostKeys.ts'
import { listenForKeys } from './app/keys.ts'
import { Layers } from './Layers.tsx'
import { followMenu } from './app/menuState.ts'
import { Notices } from './app/Notices.tsx'
import { startNotices } from './app/notices.ts'
import { Panes } from './Panes.tsx'
import { startPanes } from './app/panes.ts'
import { firstListed } from './app/selection.ts'
import { libraryState } from './app/startLibrary.ts'
import { Toaster } from './app/Toaster.tsx'
import { whenFocusIsLost } from './ui/returnFocus.ts'
import { useStore } from './ui/useStore.ts'
import './styles/base.css'

/** Resolves when the first frame with content stands. */
export async function mount() {
  const place = document.getElementById('root')
  if (!place) throw new Error('index.html has no root')
  catchMistakes(window)
  startPanes()
  startNotices()
  whenFocusIsLost(giveLostKeys)
  listenForKeys(document)
  listen('command.run', runCommand)
  followMenu()
  listen('intake.text', (text) => void saveLinksOrAsk(linesOf(text)))
  listen('intake.copied', takeText)
  void ask('app.listening')
  void startCaptures()
  await new Promise<void>((resolve) => {
    createRoot(place).render(
      <StrictMode>
        <App onPainted={resolve} />
      </StrictMode>,
    )
  })
}

/** One that cannot be read must not keep all else waiting. */
const listPatienceMs = 1_500

/** Resolves when it is known what the first list holds. */
export function listed(): Promise<unknown> {
  return Promise.race([firstListed, new Promise((resolve) => setTimeout(resolve, listPatienceMs))])
}

/** What Radix's tooltips wait before they show, as elsewhere on the desktop. */
const tooltipDelayMs = 600

function App({ onPainted }: { onPainted: () => void }) {
  const isOpen = useStore(libraryState, (now) => now.isOpen)
  useEffect(() => {
    if (!isOpen) return
    // Two frames: the first is drawn when the second begins.
    let next = requestAnimationFrame(() => {
      next = requestAnimationFrame(onPainted)
    })
    return () => cancelAnimationFrame(next)
  }, [isOpen, onPainted])
  return (
    <ErrorWall>
      {/* Tabs and menus would be from left to right without being told. */}
      <Direction.Provider dir={direction(spokenLanguage())}>
        <Tooltip.Provider delayDuration={tooltipDelayMs} skipDelayDuration={200}>
          <div className="app">
            <Notices />
            {isOpen && <Panes />}
          </div>
          <Layers />
          <Toaster />
          <DropTarget />
        </Tooltip.Provider>
      </Direction.Provider>
    </ErrorWall>
  )
}
