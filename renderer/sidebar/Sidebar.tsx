import { useRef } from 'react'
import { commandOf, runCommand, shortcutOf } from '../app/commands.ts'
import { appInfo } from '../app/appSettings.ts'
import { isSearching, selection } from '../app/selection.ts'
import { useQuery } from '../app/useQuery.ts'
import { words as appWords } from '../app/words.ts'
import { viewCounts } from '../library/articles.ts'
import { viewKinds } from '../library/lists.ts'
import { Icon } from '../ui/Icon.tsx'
import { Keys } from '../ui/Keys.tsx'
import { Logo } from '../ui/Logo.tsx'
import { ScrollThumb } from '../ui/ScrollThumb.tsx'
import { useStore } from '../ui/useStore.ts'
import { SavedSearches } from './SavedSearches.tsx'
import { SidebarItem } from './SidebarItem.tsx'
import { walkSidebar } from './sidebarKeys.ts'
import { Tags } from './Tags.tsx'
import { words } from './words.ts'
import './Sidebar.css'

export function Sidebar() {
  const scroller = useRef<HTMLDivElement>(null)
  const counts = useQuery(viewCounts, [])
  const here = useStore(selection, (now) => (isSearching(now) ? undefined : now.view.kind))
  const isTestRuntime = useStore(appInfo, (info) => info?.testRuntime ?? false)
  const addKey = shortcutOf('add')
  return (
    <nav className="sidebar" aria-label={words.library} onKeyDown={walkSidebar}>
      <h1 className="sidebar-name">
        <Logo />
        Offprint
      </h1>
      <div className="scroll-host">
        <div className="sidebar-scroll scrolls" ref={scroller}>
          <ul aria-label={words.library}>
            {viewKinds.map((kind) => (
              <SidebarItem
                key={kind}
                icon={kind}
                name={words.views[kind]}
                count={counts?.[kind]}
                isHere={here === kind}
                onOpen={() => runCommand(`view.${kind}`)}
              />
            ))}
          </ul>
          <Tags />
          <SavedSearches />
        </div>
        <ScrollThumb scroller={scroller} content={counts} />
      </div>
      {isTestRuntime && <p className="sidebar-note">{appWords.testRuntime}</p>}
      <button type="button" className="sidebar-add" onClick={() => runCommand('add')}>
        <Icon name="plus" />
        {commandOf('add').words}
        {addKey && <Keys shortcut={addKey} />}
      </button>
    </nav>
  )
}
