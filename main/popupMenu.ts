// A menu of the system at the pointer, for the window: it says what to list, and is told what was chosen.
import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { RequestArgs } from '../preload/contract.ts'
import { ok, type Result } from '../preload/failure.ts'

type Entries = RequestArgs<'menu.popup'>[0]

export function popupMenu(entries: Entries, window: BrowserWindow | undefined): Promise<Result<string | null>> {
  return new Promise((resolve) => {
    let chosen: string | null = null
    const menu = Menu.buildFromTemplate(
      entries.map((entry): MenuItemConstructorOptions => {
        if (entry.kind === 'line') return { type: 'separator' }
        // An ampersand would underline the letter after it.
        return { label: entry.words.replaceAll('&', '&&'), enabled: entry.enabled, click: () => (chosen = entry.id) }
      }),
    )
    // The click is told after the menu has closed on some systems, before on others.
    const callback = () => setImmediate(() => resolve(ok(chosen)))
    menu.popup({ ...(window ? { window } : {}), callback })
  })
}
