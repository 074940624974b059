// The application menu. Its entries run the same commands as keys, buttons and the palette: ids of renderer/app/commands.ts.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { RequestArgs } from '../preload/contract.ts'
import { editEntries } from './editEntries.ts'
import { words } from './words.ts'

const line = { type: 'separator' } as const

/** What it is called in the words of the menu, the command, its key. */
type Entry = readonly [word: keyof typeof words.menu, command: string, key?: string] | 'line'

const entries = {
  file: [
    ['add', 'add', 'CmdOrCtrl+N'],
    ['pause', 'saving.pause'],
    ['cancelSaving', 'saving.cancel'],
    'line',
    ['print', 'article.print', 'CmdOrCtrl+P'],
    ['pdf', 'article.pdf'],
    'line',
    ['folder', 'vault.open'],
    ['rebuild', 'library.rebuild'],
    ['emptyTrash', 'trash.empty'],
    'line',
    ['rules', 'rules'],
    ['settings', 'settings', 'CmdOrCtrl+,'],
  ],
  edit: [['takeBack', 'undo'], 'line', ['find', 'reader.find', 'CmdOrCtrl+F'], ['chooseAll', 'list.chooseAll']],
  go: [
    ['search', 'search', 'CmdOrCtrl+Shift+F'],
    ['keepSearch', 'search.save', 'CmdOrCtrl+S'],
    ['palette', 'palette', 'CmdOrCtrl+K'],
    'line',
    ['inbox', 'view.inbox'],
    ['later', 'view.later'],
    ['favourites', 'view.favourites'],
    ['archive', 'view.archive'],
    ['all', 'view.all'],
    ['highlights', 'view.highlights'],
    ['trash', 'view.trash'],
    'line',
    ['next', 'list.next'],
    ['previous', 'list.previous'],
    ['back', 'back'],
    'line',
    ['allTags', 'tags.manage'],
    ['statistics', 'statistics'],
  ],
  article: [
    ['openOriginal', 'article.openOriginal'],
    ['copyLink', 'article.copyLink'],
    ['copyMarkdown', 'article.copyMarkdown'],
    'line',
    ['saveAgain', 'article.recapture'],
    ['versions', 'article.versions'],
    ['fix', 'article.fix', 'CmdOrCtrl+Shift+E'],
    ['signIn', 'article.signIn'],
    'line',
    ['tags', 'article.tag'],
    ['favourite', 'article.favourite'],
    ['readLater', 'article.later'],
    ['archiveIt', 'article.archive'],
    ['toInbox', 'article.inbox'],
    ['unread', 'article.unread'],
    'line',
    ['moveToTrash', 'article.trash'],
    ['restore', 'article.restore'],
    ['purge', 'article.purge'],
  ],
  reading: [
    ['asArticle', 'reader.article'],
    ['asSnapshot', 'reader.snapshot'],
    ['asPdf', 'reader.pdf'],
    'line',
    ['sentence', 'highlight.sentence'],
    ['highlight', 'highlight.keep'],
    ['note', 'highlight.note'],
    ['nextHighlight', 'highlight.next'],
    ['previousHighlight', 'highlight.previous'],
    'line',
    ['pictures', 'pictures'],
    ['aloud', 'aloud.toggle'],
    ['ruler', 'aloud.ruler'],
  ],
  view: [
    ['sidebar', 'sidebar.toggle'],
    ['panel', 'panel.toggle'],
    ['focus', 'focus.toggle'],
    ['density', 'list.density'],
    ['appearance', 'appearance'],
    ['larger', 'text.larger'],
    ['smaller', 'text.smaller'],
  ],
  themes: [
    ['system', 'theme.system'],
    ['paper', 'theme.paper'],
    ['sepia', 'theme.sepia'],
    ['dusk', 'theme.dusk'],
    ['ink', 'theme.ink'],
  ],
  sorts: [
    ['newest', 'sort.newest'],
    ['oldest', 'sort.oldest'],
    ['byTitle', 'sort.title'],
    ['byDate', 'sort.published'],
    ['longest', 'sort.longest'],
    ['shortest', 'sort.shortest'],
  ],
  help: [
    ['shortcuts', 'shortcuts', 'CmdOrCtrl+/'],
    ['searchHelp', 'search.help'],
    ['about', 'about'],
  ],
} satisfies Record<string, readonly Entry[]>

/** Entries that say what is so: one of the themes, and what is shown or not. */
const kinds: Readonly<Record<string, 'radio' | 'checkbox'>> = {
  ...Object.fromEntries(entries.themes.map(([, command]) => [command, 'radio'])),
  ...{
    'sidebar.toggle': 'checkbox',
    'panel.toggle': 'checkbox',
    'focus.toggle': 'checkbox',
    'list.density': 'checkbox',
  },
}

type MenuState = RequestArgs<'menu.state'>[0]
let state: MenuState = { off: [], on: [] }

/** As the window says; kept for a menu that is made anew. */
export function showMenuState(next: MenuState) {
  state = next
  const [off, on] = [new Set(state.off), new Set(state.on)]
  const menu = Menu.getApplicationMenu()
  for (const part of Object.values(entries))
    for (const entry of part as readonly Entry[]) {
      const item = entry === 'line' ? undefined : menu?.getMenuItemById(entry[1])
      if (!item) continue
      item.enabled = !off.has(item.id)
      if (item.type === 'checkbox') item.checked = on.has(item.id)
      // Whatever it is set to, a radio entry takes the mark from the others.
      if (item.type === 'radio' && on.has(item.id)) item.checked = true
    }
}

/** `run` is told the id of the command that was chosen. Call again when the language has changed. */
export function setMenu(run: (command: string) => void) {
  const itemsOf = (part: keyof typeof entries): MenuItemConstructorOptions[] =>
    entries[part].map((entry: Entry) => {
      if (entry === 'line') return line
      const [word, command, key] = entry
      return {
        id: command,
        type: kinds[command] ?? 'normal',
        label: words.menu[word],
        click() {
          run(command)
          showMenuState(state) // the system marks what was chosen; whether it is so, the window says
        },
        ...(key === undefined ? {} : { accelerator: key }),
      }
    })
  const isMac = process.platform === 'darwin'
  const { menu } = words
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [appEntries(() => run('about'))] : []),
      {
        label: menu.file,
        submenu: [
          ...itemsOf('file'),
          line,
          isMac ? { role: 'close', label: menu.close } : { role: 'quit', label: menu.quit },
        ],
      },
      {
        label: menu.edit,
        submenu: [...editEntries(), line, ...itemsOf('edit')],
      },
      { label: menu.go, submenu: itemsOf('go') },
      { label: menu.article, submenu: itemsOf('article') },
      { label: menu.reading, submenu: itemsOf('reading') },
      {
        label: menu.view,
        submenu: [
          ...itemsOf('view'),
          line,
          { label: menu.theme, submenu: itemsOf('themes') },
          { label: menu.order, submenu: itemsOf('sorts') },
          line,
          { label: menu.actualSize, accelerator: 'CmdOrCtrl+0', click: () => run('zoom.reset') },
          { role: 'zoomIn', label: menu.zoomIn },
          { role: 'zoomOut', label: menu.zoomOut },
          line,
          { role: 'togglefullscreen', label: menu.fullScreen },
        ],
      },
      { role: 'help', label: menu.help, submenu: itemsOf('help') },
    ]),
  )
  showMenuState(state)
}

/** The menu that every app of macOS has under its own name. */
function appEntries(about: () => void): MenuItemConstructorOptions {
  const { menu } = words
  return {
    label: app.name,
    submenu: [
      { label: menu.about, click: about },
      line,
      { role: 'services', label: menu.services },
      line,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.unhide },
      line,
      { role: 'quit', label: menu.quitApp },
    ],
  }
}
