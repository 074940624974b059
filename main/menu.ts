// The application menu. Its entries run the same commands as keys, buttons and the palette: ids of renderer/app/commands.ts.
import { Menu, type MenuItemConstructorOptions } from 'electron'
import { words } from './words.ts'

type Entry = { readonly label: string; readonly command: string; readonly key?: string } | 'line'

const entriesOf = {
  file: (): readonly Entry[] => [
    { label: words.menu.add, command: 'add', key: 'CmdOrCtrl+N' },
    { label: words.menu.pause, command: 'saving.pause' },
    { label: words.menu.cancelSaving, command: 'saving.cancel' },
    'line',
    { label: words.menu.print, command: 'article.print', key: 'CmdOrCtrl+P' },
    { label: words.menu.pdf, command: 'article.pdf' },
    'line',
    { label: words.menu.folder, command: 'vault.open' },
    { label: words.menu.rebuild, command: 'library.rebuild' },
    { label: words.menu.emptyTrash, command: 'trash.empty' },
    'line',
    { label: words.menu.rules, command: 'rules' },
    { label: words.menu.settings, command: 'settings', key: 'CmdOrCtrl+,' },
  ],
  edit: (): readonly Entry[] => [
    { label: words.menu.takeBack, command: 'undo' },
    'line',
    { label: words.menu.find, command: 'reader.find', key: 'CmdOrCtrl+F' },
    { label: words.menu.chooseAll, command: 'list.chooseAll' },
  ],
  go: (): readonly Entry[] => [
    { label: words.menu.search, command: 'search', key: 'CmdOrCtrl+Shift+F' },
    { label: words.menu.keepSearch, command: 'search.save', key: 'CmdOrCtrl+S' },
    { label: words.menu.palette, command: 'palette', key: 'CmdOrCtrl+K' },
    'line',
    { label: words.menu.inbox, command: 'view.inbox' },
    { label: words.menu.later, command: 'view.later' },
    { label: words.menu.favourites, command: 'view.favourites' },
    { label: words.menu.archive, command: 'view.archive' },
    { label: words.menu.all, command: 'view.all' },
    { label: words.menu.highlights, command: 'view.highlights' },
    { label: words.menu.trash, command: 'view.trash' },
    'line',
    { label: words.menu.next, command: 'list.next' },
    { label: words.menu.previous, command: 'list.previous' },
    { label: words.menu.back, command: 'back' },
    'line',
    { label: words.menu.allTags, command: 'tags.manage' },
    { label: words.menu.statistics, command: 'statistics' },
  ],
  article: (): readonly Entry[] => [
    { label: words.menu.openOriginal, command: 'article.openOriginal' },
    { label: words.menu.copyLink, command: 'article.copyLink' },
    { label: words.menu.copyMarkdown, command: 'article.copyMarkdown' },
    'line',
    { label: words.menu.saveAgain, command: 'article.recapture' },
    { label: words.menu.versions, command: 'article.versions' },
    { label: words.menu.fix, command: 'article.fix', key: 'CmdOrCtrl+Shift+E' },
    { label: words.menu.signIn, command: 'article.signIn' },
    'line',
    { label: words.menu.tags, command: 'article.tag' },
    { label: words.menu.favourite, command: 'article.favourite' },
    { label: words.menu.readLater, command: 'article.later' },
    { label: words.menu.archiveIt, command: 'article.archive' },
    { label: words.menu.toInbox, command: 'article.inbox' },
    { label: words.menu.unread, command: 'article.unread' },
    'line',
    { label: words.menu.moveToTrash, command: 'article.trash' },
    { label: words.menu.restore, command: 'article.restore' },
    { label: words.menu.purge, command: 'article.purge' },
  ],
  reading: (): readonly Entry[] => [
    { label: words.menu.asArticle, command: 'reader.article' },
    { label: words.menu.asSnapshot, command: 'reader.snapshot' },
    { label: words.menu.asPdf, command: 'reader.pdf' },
    'line',
    { label: words.menu.sentence, command: 'highlight.sentence' },
    { label: words.menu.highlight, command: 'highlight.keep' },
    { label: words.menu.note, command: 'highlight.note' },
    { label: words.menu.nextHighlight, command: 'highlight.next' },
    { label: words.menu.previousHighlight, command: 'highlight.previous' },
    'line',
    { label: words.menu.pictures, command: 'pictures' },
    { label: words.menu.aloud, command: 'aloud.toggle' },
    { label: words.menu.ruler, command: 'aloud.ruler' },
  ],
  view: (): readonly Entry[] => [
    { label: words.menu.sidebar, command: 'sidebar.toggle' },
    { label: words.menu.panel, command: 'panel.toggle' },
    { label: words.menu.focus, command: 'focus.toggle' },
    { label: words.menu.density, command: 'list.density' },
    { label: words.menu.appearance, command: 'appearance' },
    { label: words.menu.larger, command: 'text.larger' },
    { label: words.menu.smaller, command: 'text.smaller' },
  ],
  themes: (): readonly Entry[] => [
    { label: words.menu.system, command: 'theme.system' },
    { label: words.menu.paper, command: 'theme.paper' },
    { label: words.menu.sepia, command: 'theme.sepia' },
    { label: words.menu.dusk, command: 'theme.dusk' },
    { label: words.menu.ink, command: 'theme.ink' },
  ],
  sorts: (): readonly Entry[] => [
    { label: words.menu.newest, command: 'sort.newest' },
    { label: words.menu.oldest, command: 'sort.oldest' },
    { label: words.menu.byTitle, command: 'sort.title' },
    { label: words.menu.byDate, command: 'sort.published' },
    { label: words.menu.longest, command: 'sort.longest' },
    { label: words.menu.shortest, command: 'sort.shortest' },
  ],
  help: (): readonly Entry[] => [
    { label: words.menu.shortcuts, command: 'shortcuts', key: 'CmdOrCtrl+/' },
    { label: words.menu.searchHelp, command: 'search.help' },
    { label: words.menu.about, command: 'about' },
  ],
}

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
          ...entries(entriesOf.file()),
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
          line,
          ...entries(entriesOf.edit()),
        ],
      },
      { label: menu.go, submenu: entries(entriesOf.go()) },
      { label: menu.article, submenu: entries(entriesOf.article()) },
      { label: menu.reading, submenu: entries(entriesOf.reading()) },
      {
        label: menu.view,
        submenu: [
          ...entries(entriesOf.view()),
          line,
          { label: menu.theme, submenu: entries(entriesOf.themes()) },
          { label: menu.order, submenu: entries(entriesOf.sorts()) },
          line,
          { role: 'resetZoom', label: menu.actualSize },
          { role: 'zoomIn', label: menu.zoomIn },
          { role: 'zoomOut', label: menu.zoomOut },
          line,
          { role: 'togglefullscreen', label: menu.fullScreen },
        ],
      },
      { role: 'help', label: menu.help, submenu: entries(entriesOf.help()) },
    ]),
  )
}
