// How the three panes share the window: side by side, the reader over the list, or the sidebar over both.
import { useEffect, useRef } from 'react'
import { List } from './list/List.tsx'
import { Reader } from './reader/Reader.tsx'
import { Sidebar } from './sidebar/Sidebar.tsx'
import { Divider } from './ui/Divider.tsx'
import { useStore } from './ui/useStore.ts'
import { defaultSettings } from '../preload/contract.ts'
import { appSettings, changeSettings } from './app/appSettings.ts'
import { panes } from './app/panes.ts'
import { focusReader } from './app/readerHandle.ts'
import { focusList } from './app/searchField.ts'
import { selection } from './app/selection.ts'
import { words } from './app/words.ts'
import './Panes.css'

export function Panes() {
  const { width, isFocused, isOverlayOpen } = useStore(panes)
  const sidebarWidth = useStore(appSettings, (now) => now.sidebarWidthPx)
  const listWidth = useStore(appSettings, (now) => now.listWidthPx)
  const isSidebarHidden = useStore(appSettings, (now) => now.sidebarHidden)
  const isOpen = useStore(selection, (now) => now.open !== undefined)

  const isSingle = width !== 'wide'
  const hasSidebar = width !== 'narrow' && !isSidebarHidden && !isFocused
  const hasList = !isFocused && !(isSingle && isOpen)
  const hasReader = !isSingle || isOpen
  const isNamed = hasSidebar || (width === 'narrow' && isOverlayOpen)

  useEffect(() => {
    if (isFocused && !isOpen) panes.change({ isFocused: false })
  }, [isFocused, isOpen])

  // With a pane that goes, the keys of whoever was in it would be nowhere.
  const isFirst = useRef(true)
  useEffect(() => {
    const { activeElement } = document
    const isLost = activeElement === document.body || activeElement?.closest('[inert]') != null
    if (isLost && !isFirst.current) {
      if (hasList) focusList()
      else focusReader({ isComing: false })
    }
    isFirst.current = false
    // Where another article opens over the list it takes the keys itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [hasSidebar, isFocused, width])

  return (
    <div className="panes" data-single={isSingle || undefined}>
      {hasSidebar && (
        <div className="pane-sidebar" style={{ width: sidebarWidth - 1 }}>
          <Sidebar />
        </div>
      )}
      <main className="pane-stack">
        {!isNamed && <h1 className="unseen">Offprint</h1>}
        {hasSidebar && (
          <Divider
            label={words.sidebarWidth}
            width={sidebarWidth}
            least={180}
            most={320}
            usual={defaultSettings.sidebarWidthPx}
            onWidth={(sidebarWidthPx) => changeSettings({ sidebarWidthPx })}
          />
        )}
        <div
          className={`pane-list${hasList ? '' : ' pane-away'}`}
          style={isSingle ? {} : { width: listWidth - 1 }}
          data-aside={(!isSingle && isFocused) || undefined}
          inert={!hasList}
        >
          <List />
        </div>
        {!isSingle && hasList && (
          <Divider
            label={words.listWidth}
            width={listWidth}
            least={280}
            most={520}
            usual={defaultSettings.listWidthPx}
            onWidth={(listWidthPx) => changeSettings({ listWidthPx })}
          />
        )}
        <div className={`pane-reader${hasReader ? '' : ' pane-away'}`} inert={!hasReader}>
          <Reader />
        </div>
      </main>
      {width === 'narrow' && isOverlayOpen && (
        <>
          <div className="pane-veil" onClick={() => panes.change({ isOverlayOpen: false })} />
          <div className="pane-overlay">
            <Sidebar />
          </div>
        </>
      )}
    </div>
  )
}
