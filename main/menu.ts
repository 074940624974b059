// The application menu. Its entries run the same commands as keys, buttons and the palette: ids of renderer/app/commands.ts.
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { words } from './words.ts'

type Entry = { readonly label: string; readonly command: string; readonly key?: string } | 'line'

const file = (): readonly Entry[] => [
  { label: words.menu.add, command: 'add', key: 'CmdOrCtrl+N' },
  'line',
  { label: words.menu.print, command: 'article.print', key: 'CmdOrCtrl+P' },
  { label: words.menu.pdf, command: 'article.pdf' },
  'line',
  { label: words.menu.settings, command: 'settings', key: 'CmdOrCtrl+,' },
]
const go = (): readonly Entry[] => [
  { label: words.menu.search, command: 'search', key: 'CmdOrCtrl+Shift+F' },
  { label: words.menu.palette, command: 'palette', key: 'CmdOrCtrl+K' },
  'line',
  { label: words.menu.inbox, command: 'view.inbox' },
  { label: words.menu.later, command: 'view.later' },
  { label: words.menu.favourites, command: 'view.favourites' },
  { label: words.menu.archive, command: 'view.archive' },
  { label: words.menu.all, command: 'view.all' },
  { label: words.menu.highlights, command: 'view.highlights' },
  { label: words.menu.trash, command: 'view.trash' },
]
const article = (): readonly Entry[] => [
  { label: words.menu.openOriginal, command: 'article.openOriginal' },
  { label: words.menu.copyLink, command: 'article.copyLink' },
  { label: words.menu.fix, command: 'article.fix', key: 'CmdOrCtrl+Shift+E' },
  'line',
  { label: words.menu.tags, command: 'article.tag' },
  { label: words.menu.favourite, command: 'article.favourite' },
  { label: words.menu.readLater, command: 'article.later' },
  { label: words.menu.archiveIt, command: 'article.archive' },
  { label: words.menu.moveToTrash, command: 'article.trash' },
]
const view = (): readonly Entry[] => [
  { label: words.menu.sidebar, command: 'sidebar.toggle' },
  { label: words.menu.focus, command: 'focus.toggle' },
  { label: words.menu.appearance, command: 'appearance' },
]
const help = (): readonly Entry[] => [
  { label: words.menu.shortcuts, command: 'shortcuts', key: 'CmdOrCtrl+/' },
  { label: words.menu.about, command: 'about' },
]

/** `run` is told the id of the command that was chosen. Call again when the language has changed. */
export function setMenu(run: (command: string) => void) {
  const entries = (list: readonly Entry[]): MenuItemConstructorOptions[] =>
    list.map((entry) =>
      entry === 'line'
        ? { type: 'separator' }
        : { label: entry.label, click: () => run(entry.command), ...(entry.key ? { accelerator: entry.key } : {}) },
    )
  const isMac = process.platform === 'darwin'
  const line = { type: 'separator' } as const
  const { menu } = words
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: menu.file,
        submenu: [
          ...entries(file()),
          line,
          isMac ? { role: 'close', label: menu.close } : { role: 'quit', label: menu.quit },
        ],
      },
      {
        label: menu.edit,
        submenu: [
          { role: 'undo', label: menu.undo },
          { role: 'redo', label: menu.redo },
          line,
          { role: 'cut', label: menu.cut },
          { role: 'copy', label: menu.copy },
          { role: 'paste', label: menu.paste },
          { role: 'selectAll', label: menu.selectAll },
        ],
      },
      { label: menu.go, submenu: entries(go()) },
      { label: menu.article, submenu: entries(article()) },
      {
        label: menu.view,
        submenu: [
          ...entries(view()),
          line,
          { role: 'resetZoom', label: menu.actualSize },
          { role: 'zoomIn', label: menu.zoomIn },
          { role: 'zoomOut', label: menu.zoomOut },
          line,
          { role: 'togglefullscreen', label: menu.fullScreen },
        ],
      },
      { role: 'help', label: menu.help, submenu: entries(help()) },
    ]),
  )
}
