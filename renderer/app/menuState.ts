// Tells the menu of the system which of its entries have something to act on now, and which are on: it cannot ask when it is opened.
import { appSettings } from './appSettings.ts'
import { ask } from './bridge.ts'
import { captures } from './captures.ts'
import { commands, isInReach } from './commands.ts'
import { layers } from './layers.ts'
import { panes } from './panes.ts'
import { readerHandle } from './readerHandle.ts'
import { selection } from './selection.ts'
import type { CommandId } from './words.ts'

/** From now on, for as long as the window lives. */
export function followMenu() {
  let told = ''
  let isDue = false
  const tell = () => {
    isDue = false
    const state = {
      off: commands.filter((one) => !(one.when() && isInReach(one))).map(({ id }): string => id),
      on: [...chosen()],
    }
    const text = JSON.stringify(state)
    if (text === told) return
    told = text
    void ask('menu.state', state)
  }
  const look = () => {
    if (isDue) return
    isDue = true
    queueMicrotask(tell)
  }
  for (const store of [selection, layers, panes, captures, appSettings, readerHandle]) store.subscribe(look)
  look()
}

function chosen(): readonly CommandId[] {
  const { theme, sidebarHidden, panel, density } = appSettings.get()
  return [
    `theme.${theme}`,
    ...(sidebarHidden ? [] : (['sidebar.toggle'] as const)),
    ...(panel === 'closed' ? [] : (['panel.toggle'] as const)),
    ...(panes.get().isFocused ? (['focus.toggle'] as const) : []),
    ...(density === 'compact' ? (['list.density'] as const) : []),
  ]
}
