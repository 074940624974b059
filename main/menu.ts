// The application menu. Its entries run the same commands as keys, buttons and the palette: ids of renderer/app/commands.ts.
import { Menu, type MenuItemConstructorOptions } from 'electron'

type Entry = { readonly words: string; readonly command: string; readonly key?: string } | 'line'

const file: readonly Entry[] = [
  { words: 'Save a Link…', command: 'add', key: 'CmdOrCtrl+N' },
  'line',
  { words: 'Settings…', command: 'settings', key: 'CmdOrCtrl+,' },
]
const go: readonly Entry[] = [
  { words: 'Search', command: 'search', key: 'CmdOrCtrl+Shift+F' },
  { words: 'Command Palette…', command: 'palette', key: 'CmdOrCtrl+K' },
  'line',
  { words: 'Inbox', command: 'view.inbox' },
  { words: 'Later', command: 'view.later' },
  { words: 'Favourites', command: 'view.favourites' },
  { words: 'Archive', command: 'view.archive' },
  { words: 'All', command: 'view.all' },
  { words: 'Trash', command: 'view.trash' },
]
const article: readonly Entry[] = [
  { words: 'Open Original', command: 'article.openOriginal' },
  { words: 'Copy Link', command: 'article.copyLink' },
  'line',
  { words: 'Tags…', command: 'article.tag' },
  { words: 'Favourite', command: 'article.favourite' },
  { words: 'Later', command: 'article.later' },
  { words: 'Archive', command: 'article.archive' },
  { words: 'Move to Trash', command: 'article.trash' },
]

/** `run` is told the id of the command that was chosen. */
export function setMenu(run: (command: string) => void) {
  const entries = (list: readonly Entry[]): MenuItemConstructorOptions[] =>
    list.map((entry) =>
      entry === 'line'
        ? { type: 'separator' }
        : { label: entry.words, click: () => run(entry.command), ...(entry.key ? { accelerator: entry.key } : {}) },
    )
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' } as const] : []),
      {
        label: 'File',
        submenu: [...entries(file), { type: 'separator' }, isMac ? { role: 'close' } : { role: 'quit' }],
      },
      { role: 'editMenu' },
      { label: 'Go', submenu: entries(go) },
      { label: 'Article', submenu: entries(article) },
      {
        label: 'View',
        submenu: [
          ...entries([
            { words: 'Hide Sidebar', command: 'sidebar.toggle' },
            { words: 'Focus on the Text', command: 'focus.toggle' },
            { words: 'Appearance…', command: 'appearance' },
          ]),
          { type: 'separator' },
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      {
        role: 'help',
        submenu: entries([
          { words: 'Keyboard Shortcuts', command: 'shortcuts', key: 'CmdOrCtrl+/' },
          { words: 'About Offprint', command: 'about' },
        ]),
      },
    ]),
  )
}
