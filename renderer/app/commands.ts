// Every command, as data: menu, palette, key and button run the same one. The ids are what the menu sends in `command.run`.
import { highlightColours } from '../../preload/act.ts'
import { sorts } from '../library/articles.ts'
import type { OrderName } from '../search/operators.ts'
import { inOrder } from '../search/searchOrder.ts'
import { copyBrowserButton } from './browserButton.ts'
import { appSettings, changeSettings, themes } from './appSettings.ts'
import * as articleCommands from './articleCommands.ts'
import { ask, askOrSay } from './bridge.ts'
import {
  askForFailed,
  cancelCaptures,
  captures,
  isFailed,
  isUnderWay,
  pauseCaptures,
  removeCaptures,
} from './captures.ts'
import { goBack } from './goBack.ts'
import { moveInList } from './linksAbove.ts'
import { layers, openLayer, toggleLayer } from './layers.ts'
import { listSummary } from './listSummary.ts'
import { panes, toggleFocus, toggleSidebar } from './panes.ts'
import { focusReader, isReading, readerHandle, type ReaderTab } from './readerHandle.ts'
import { focusList, focusSearch, listId } from './searchField.ts'
import {
  atHand,
  chooseAll,
  isSearching,
  isTextAlone,
  moveCursor,
  openArticle,
  selection,
  showList,
  showView,
  toggleChosen,
  turnArticle,
  typeQuery,
  whenWhole,
} from './selection.ts'
import { rebuildLibrary } from './startLibrary.ts'
import { undoLast } from './toasts.ts'
import { commandWords, type CommandId } from './words.ts'

export const groups = ['Saving and finding', 'Moving', 'The article', 'The window', 'Reading'] as const
export type Group = (typeof groups)[number]

export type Command = {
  readonly id: CommandId
  readonly words: string
  readonly group: Group
  /** See ui/keyWords.ts. The first is the one shown. */
  readonly keys: readonly string[]
  /** The keys hold only while the list, or nothing, has the focus: the text scrolls by the same ones. */
  readonly isForList: boolean
  readonly when: () => boolean
  readonly run: () => unknown
}

type Rest = { readonly isForList?: true; readonly when?: () => boolean }

const command = (group: Group, id: CommandId, keys: string, run: () => unknown, rest: Rest = {}): Command => ({
  id,
  words: commandWords[id],
  group,
  keys: keys === '' ? [] : keys.split(' | '),
  isForList: rest.isForList ?? false,
  when: rest.when ?? (() => true),
  run,
})

const hasRows = () => selection.get().rows.length > 0
/** The page of all highlights is a list of its own, in which no articles are chosen. */
const canChoose = () => hasRows() && (selection.get().view.kind !== 'highlights' || isSearching(selection.get()))
const isOpen = () => selection.get().open !== undefined
const hasTarget = articleCommands.hasTargets
const inTrash = articleCommands.areTargetsInTrash
const hasMarks = () => (readerHandle.get()?.matches() ?? 0) > 0
const hasHighlights = () => (readerHandle.get()?.highlights() ?? 0) > 0
const hasChosen = () => readerHandle.get()?.hasChosen() ?? false
const hasChosenHighlight = () => readerHandle.get()?.hasChosenHighlight() ?? false
const isAloud = () => readerHandle.get()?.isAloud() ?? false
const isSaving = () => captures.get().jobs.some(isUnderWay)

function showWhy() {
  const id = articleCommands.targetIds()[0]
  if (id !== undefined) openLayer({ kind: 'why', id, query: selection.get().query })
}

export const commands: readonly Command[] = [
  command('Saving and finding', 'add', 'Mod+n', () => openLayer({ kind: 'add', text: '' })),
  command('Saving and finding', 'saving.pause', '', () => pauseCaptures(!appSettings.get().savingPaused), {
    when: () => isSaving() || appSettings.get().savingPaused,
  }),
  command('Saving and finding', 'saving.cancel', '', cancelCaptures, { when: isSaving }),
  command('Saving and finding', 'saving.failed', '', showFailed, { when: () => captures.get().jobs.some(isFailed) }),
  command('Saving and finding', 'saving.remove', '', () => removeCaptures(captures.get().jobs.filter(isFailed)), {
    when: () => captures.get().jobs.some(isFailed),
  }),
  command('Saving and finding', 'saving.summary', '', () => openLayer({ kind: 'listSummary' }), {
    when: () => listSummary.get().list !== undefined,
  }),
  command('Saving and finding', 'search', '/ | Mod+Shift+f', startSearch),
  command('Saving and finding', 'search.save', 'Mod+s', saveThisSearch, { when: () => isSearching(selection.get()) }),
  command('Saving and finding', 'search.help', '', () => toggleLayer({ kind: 'searchHelp' })),
  command('Saving and finding', 'search.why', 'w', showWhy, {
    when: () => isSearching(selection.get()) && hasTarget(),
  }),
  command('Saving and finding', 'palette', 'Mod+k', () => toggleLayer({ kind: 'palette' })),

  command('Moving', 'list.next', 'j | ArrowDown', () => step(1), { when: hasRows }),
  command('Moving', 'list.previous', 'k | ArrowUp', () => step(-1), { when: hasRows }),
  command('Moving', 'list.first', 'Home', () => moveInList(-Infinity), { when: hasRows, isForList: true }),
  command('Moving', 'list.last', 'End', () => whenWhole().then(() => moveInList(Infinity)), {
    when: hasRows,
    isForList: true,
  }),
  command('Moving', 'list.pageDown', 'PageDown', () => moveInList(rowsInSight()), { when: hasRows, isForList: true }),
  command('Moving', 'list.pageUp', 'PageUp', () => moveInList(-rowsInSight()), { when: hasRows, isForList: true }),
  command('Moving', 'article.open', 'Enter', open, { when: () => hasTarget() || canChoose(), isForList: true }),
  command('Moving', 'back', 'Escape', goBack),
  command('Moving', 'list.choose', 'x', toggleAtHand, { when: () => hasTarget() && canChoose() }),
  command('Moving', 'list.extendNext', 'J | Shift+ArrowDown', () => moveCursor(1, { extend: true }), {
    when: canChoose,
  }),
  command('Moving', 'list.extendPrevious', 'K | Shift+ArrowUp', () => moveCursor(-1, { extend: true }), {
    when: canChoose,
  }),
  command('Moving', 'list.chooseAll', 'Mod+a', chooseAll, { when: canChoose, isForList: true }),
  command('Moving', 'view.inbox', 'g i', () => showView({ kind: 'inbox' })),
  command('Moving', 'view.later', 'g l', () => showView({ kind: 'later' })),
  command('Moving', 'view.favourites', 'g f', () => showView({ kind: 'favourites' })),
  command('Moving', 'view.archive', 'g a', () => showView({ kind: 'archive' })),
  command('Moving', 'view.highlights', 'g h', () => showView({ kind: 'highlights' })),
  command('Moving', 'view.all', 'g e', () => showView({ kind: 'all' })),
  command('Moving', 'view.trash', 'g t', () => showView({ kind: 'trash' })),

  command('The article', 'article.archive', 'e', articleCommands.archiveTargets, { when: hasTarget }),
  command('The article', 'article.later', 'l', articleCommands.readTargetsLater, { when: hasTarget }),
  command('The article', 'article.inbox', '', articleCommands.moveTargetsToInbox, { when: hasTarget }),
  command('The article', 'article.favourite', 's', articleCommands.favouriteTargets, {
    when: () => hasTarget() && !inTrash(),
  }),
  command('The article', 'article.tag', 't', articleCommands.editTagsOfTargets, { when: hasTarget }),
  command('The article', 'article.trash', 'd | Delete', articleCommands.trashTargets, {
    when: () => hasTarget() && !inTrash(),
  }),
  command('The article', 'article.restore', 'd', articleCommands.restoreTargets, {
    when: () => hasTarget() && inTrash(),
  }),
  command('The article', 'article.purge', 'Delete', articleCommands.askToPurgeTargets, {
    when: () => hasTarget() && inTrash(),
  }),
  command('The article', 'article.unread', 'u', articleCommands.markTargetsUnread, { when: hasTarget }),
  command('The article', 'article.openOriginal', 'o', articleCommands.openOriginalOfTarget, { when: hasTarget }),
  command('The article', 'article.copyLink', 'c', articleCommands.copyLinksOfTargets, { when: hasTarget }),
  command('The article', 'article.recapture', '', articleCommands.recaptureTargets, { when: hasTarget }),
  command('The article', 'article.signIn', '', articleCommands.signInToSiteOfTarget, { when: hasTarget }),
  command('The article', 'article.versions', '', articleCommands.showVersionsOfTarget, { when: hasTarget }),
  command('The article', 'article.print', 'Mod+p', () => readerHandle.get()?.print('printer'), { when: isOpen }),
  command('The article', 'article.pdf', '', () => readerHandle.get()?.print('pdf'), { when: isOpen }),
  command('The article', 'article.fix', 'Mod+Shift+e', articleCommands.fixTarget, { when: hasTarget }),
  command('The article', 'undo', 'z | Mod+z', undoLast),

  command('Reading', 'reader.pageDown', 'Space', () => readerHandle.get()?.page(1), { when: isOpen }),
  command('Reading', 'reader.pageUp', 'Shift+Space', () => readerHandle.get()?.page(-1), { when: isOpen }),
  command('Reading', 'reader.nextMatch', 'n', () => readerHandle.get()?.walkMatches(1), { when: hasMarks }),
  command('Reading', 'reader.previousMatch', 'N', () => readerHandle.get()?.walkMatches(-1), { when: hasMarks }),
  command('Reading', 'highlight.keep', 'h', () => readerHandle.get()?.keepHighlight(), { when: isOpen }),
  command('Reading', 'highlight.note', 'm', () => readerHandle.get()?.note(), { when: isOpen }),
  ...highlightColours.map((colour) =>
    command('Reading', `highlight.${colour}`, '', () => readerHandle.get()?.paint(colour), { when: hasChosen }),
  ),
  command('Reading', 'highlight.copy', '', () => readerHandle.get()?.copyChosen(), { when: hasChosen }),
  command('Reading', 'highlight.search', '', () => readerHandle.get()?.searchForChosen(), { when: hasChosen }),
  command('Reading', 'highlight.remove', '', () => readerHandle.get()?.removeHighlight(), { when: hasChosenHighlight }),
  command('Reading', 'highlight.sentence', 'v', () => readerHandle.get()?.chooseSentence(1), { when: isOpen }),
  command('Reading', 'highlight.sentenceBack', 'V', () => readerHandle.get()?.chooseSentence(-1), { when: isOpen }),
  command('Reading', 'highlight.next', '', () => readerHandle.get()?.walkHighlights(1), { when: hasHighlights }),
  command('Reading', 'highlight.previous', '', () => readerHandle.get()?.walkHighlights(-1), { when: hasHighlights }),
  ...(['article', 'snapshot', 'pdf'] as const).map((tab) =>
    command('Reading', `reader.${tab}`, '', () => showForm(tab), {
      when: () => readerHandle.get()?.hasTab(tab) ?? false,
    }),
  ),
  command('Reading', 'reader.find', 'Mod+f', () => readerHandle.get()?.find(), { when: isOpen }),
  command('Reading', 'link.save', 'a', () => readerHandle.get()?.saveLink(), {
    when: () => readerHandle.get()?.hasLink() ?? false,
  }),
  command('Reading', 'aloud.toggle', 'r', () => readerHandle.get()?.readAloud(), { when: isOpen }),
  command('Reading', 'aloud.back', '', () => readerHandle.get()?.skipSentence(-1), { when: isAloud }),
  command('Reading', 'aloud.on', '', () => readerHandle.get()?.skipSentence(1), { when: isAloud }),
  command('Reading', 'aloud.stop', '', () => readerHandle.get()?.stopAloud(), { when: isAloud }),
  command('Reading', 'aloud.ruler', 'R', () => readerHandle.get()?.nextRuler(), { when: isOpen }),
  command('Reading', 'pictures', '', () => readerHandle.get()?.showPictures(), {
    when: () => readerHandle.get()?.hasPictures() ?? false,
  }),
  command('The article', 'article.copyMarkdown', 'C', () => readerHandle.get()?.copyMarkdown(), { when: isOpen }),
  command('Reading', 'panel.toggle', 'i', () => readerHandle.get()?.togglePanel(), { when: isOpen }),
  ...(['contents', 'highlights', 'details', 'similar'] as const).map((tab) =>
    command('Reading', `panel.${tab}`, '', () => readerHandle.get()?.showPanel(tab), { when: isOpen }),
  ),
  command('Reading', 'appearance', ',', () => toggleLayer({ kind: 'appearance' }), { when: isOpen }),
  command('Reading', 'text.larger', 'Mod+Shift+.', () => resize(1), { when: isOpen }),
  command('Reading', 'text.smaller', 'Mod+Shift+,', () => resize(-1), { when: isOpen }),
  ...themes.map((theme, index) =>
    command('Reading', `theme.${theme}`, String(index + 1), () => changeSettings({ theme })),
  ),
  command('Reading', 'theme.system', '', () => changeSettings({ theme: 'system' })),

  command('The window', 'sidebar.toggle', '[', toggleSidebar),
  command('The window', 'focus.toggle', '\\', toggleFocus, { when: () => isOpen() || panes.get().isFocused }),
  command('The window', 'list.density', '', switchDensity),
  ...sorts.map((sort) => command('The window', `sort.${sort}`, '', () => setOrder(sort))),
  command('The window', 'sort.relevance', '', () => setOrder('relevance'), {
    when: () => isSearching(selection.get()),
  }),
  command('The window', 'tags.manage', '', () => openLayer({ kind: 'tagList' })),
  command('The window', 'statistics', '', () => openLayer({ kind: 'statistics' })),
  command('The window', 'trash.empty', '', () => openLayer({ kind: 'emptyTrash' })),
  command('The window', 'library.rebuild', '', rebuildLibrary),
  command('The window', 'settings', 'Mod+,', () => openLayer({ kind: 'settings' })),
  command('The window', 'vault.open', '', () => askOrSay('open.vaultFolder')),
  command('The window', 'browser.button', '', copyBrowserButton),
  command('The window', 'rules', '', () => openLayer({ kind: 'siteRules' })),
  command('The window', 'zoom.in', 'Mod++ | Mod+=', () => ask('window.act', 'zoom-in')),
  command('The window', 'zoom.out', 'Mod+-', () => ask('window.act', 'zoom-out')),
  command('The window', 'zoom.reset', 'Mod+0', () => ask('window.act', 'zoom-reset')),
  command('The window', 'window.fullScreen', 'F11', () => ask('window.act', 'full-screen')),
  command('The window', 'window.close', '', () => ask('window.act', 'close')),
  command('The window', 'shortcuts', '? | Mod+/', () => toggleLayer({ kind: 'shortcuts' })),
  command('The window', 'about', '', () => openLayer({ kind: 'about' })),
]

const byId: ReadonlyMap<string, Command> = new Map(commands.map((each) => [each.id, each]))

export function commandOf(id: CommandId): Command {
  const found = byId.get(id)
  if (!found) throw new Error(`No command ${id}`)
  return found
}

/** The key shown beside a control that runs it. */
export function shortcutOf(id: CommandId): string | undefined {
  return commandOf(id).keys[0]
}

/** What goes on behind a dialog is changed by no key and no menu; these open another, lead back, or are for the window as a whole. */
const besideDialog =
  /^(add|palette|back|undo|settings|shortcuts|about|statistics|rules|search\.help|tags\.manage|trash\.empty|vault\.open|theme\..*|text\..*|zoom\..*|window\..*)$/

/** False while a dialog lies over what it would change. */
export function isInReach({ id }: Command): boolean {
  const { top } = layers.get()
  return top === undefined || top.kind === 'appearance' || top.kind === 'more' || besideDialog.test(id)
}

/** Runs it if it has something to do; an id from elsewhere (the menu) may be unknown. */
export function runCommand(id: string): boolean {
  const found = byId.get(id)
  if (!found?.when()) return false
  void found.run()
  return true
}

/** While one reads, or where only one pane is there, moving the cursor turns the article. */
function step(by: 1 | -1) {
  if (isTextAlone() || (isOpen() && isReading())) turnArticle(by)
  else moveInList(by)
}

function startSearch() {
  showList()
  focusSearch()
}

function rowsInSight(): number {
  const list = document.getElementById(listId)
  const row = list?.querySelector('[role="row"]')
  return Math.max(1, Math.floor((list?.clientHeight ?? 0) / (row?.clientHeight || 1)))
}

function toggleAtHand() {
  const id = atHand({ isReading: isReading() })
  if (id !== undefined) toggleChosen(id)
}

function open() {
  const { cursor, open: shown, rows } = selection.get()
  const id = cursor ?? shown ?? rows[0]
  if (id !== undefined) readArticle(id)
}

/** Opens it and gives its text the keys. */
export function readArticle(id: string) {
  const isComing = id !== selection.get().open
  openArticle(id)
  focusReader({ isComing })
}

function showForm(tab: ReaderTab) {
  readerHandle.get()?.show(tab)
  focusReader({ isComing: false })
}

function resize(by: number) {
  const { fontSizePx } = appSettings.get()
  changeSettings({ fontSizePx: Math.min(30, Math.max(13, fontSizePx + by)) })
}

/** They stand at the top of the Inbox, and of All. */
function showFailed() {
  const now = selection.get()
  if (isSearching(now) || !['inbox', 'all'].includes(now.view.kind)) showView({ kind: 'inbox' })
  else focusList()
  askForFailed()
}

function saveThisSearch() {
  const query = selection.get().query.trim()
  openLayer({ kind: 'searchName', search: { name: query, query } })
}

/** Of what is searched for, else of every view. */
function setOrder(order: OrderName) {
  const now = selection.get()
  if (isSearching(now)) typeQuery(inOrder(now.query, order))
  else if (order !== 'relevance') changeSettings({ sort: order })
}

function switchDensity() {
  changeSettings({ density: appSettings.get().density === 'compact' ? 'comfortable' : 'compact' })
}
