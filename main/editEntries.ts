// What every window's menu has under Edit. The words are ours: those that Electron brings with a role are English in every language.
import type { MenuItemConstructorOptions } from 'electron'
import { words } from './words.ts'

export function editEntries(): MenuItemConstructorOptions[] {
  const { menu } = words
  return [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    { type: 'separator' },
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
  ]
}
