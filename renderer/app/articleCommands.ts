// What can be done to articles, for the rows chosen or the one at hand.
import type { Article, Place } from '../../preload/article.ts'
import type { OpenedFrom } from '../../preload/contract.ts'
import type { Result } from '../../preload/failure.ts'
import { move, perform, purge, restore, setFavourite, trash, type Undo } from '../library/acts.ts'
import { articleIds, articlesByIds } from '../library/articles.ts'
import { catchUp } from '../library/ingest.ts'
import { tell } from './acts.ts'
import { askOrSay } from './bridge.ts'
import { saveLinks } from './captures.ts'
import { openLayer } from './layers.ts'
import { panes } from './panes.ts'
import { isReading, readerHandle } from './readerHandle.ts'
import { focusList } from './searchField.ts'
import {
  areRowsInTrash,
  chooseNone,
  closeArticle,
  isTextAlone,
  placeToComeBack,
  selection,
  targets,
  whenChosen,
} from './selection.ts'
import { say } from './toasts.ts'
import { words } from './words.ts'

export function targetIds(): readonly string[] {
  return named ?? targets({ isReading: isReading() })
}

/** Without a list of them: a hundred thousand may be chosen. */
export function hasTargets(): boolean {
  if (named) return named.length > 0
  const { chosen, cursor, open } = selection.get()
  return chosen.size > 0 || cursor !== undefined || open !== undefined
}

/** The same when all of a long list has been chosen: its last rows may still be on the way. */
async function allTargets(): Promise<readonly string[]> {
  const ids = named
  if (ids) return ids
  await whenChosen()
  return targetIds()
}

/** Runs a command on these, whatever is chosen elsewhere: for buttons that belong to one article, `isInTrash` where that is known. */
export function onArticles(ids: readonly string[], run: () => void, { isInTrash = false } = {}) {
  named = ids
  areNamedInTrash = isInTrash
  try {
    run()
  } finally {
    named = undefined
    areNamedInTrash = false
  }
}

/** Whether what a command would act on lies in the Trash. Of the open article the reader knows it, of rows the list. */
export function areTargetsInTrash(): boolean {
  if (areNamedInTrash) return true
  const now = selection.get()
  const isOne = now.chosen.size === 0 || (now.open !== undefined && (isReading() || isTextAlone()))
  const rows = named ? new Set(named) : isOne ? new Set(targetIds()) : now.chosen
  if (now.open !== undefined && rows.size === 1 && rows.has(now.open)) return readerHandle.get()?.isInTrash() ?? false
  return areRowsInTrash(now, rows)
}

let areNamedInTrash = false

/** Only while a command begins: each asks for its targets before it waits for anything. */
let named: readonly string[] | undefined

export const archiveTargets = () => moveTargets('archive')
export const readTargetsLater = () => moveTargets('later')
export const moveTargetsToInbox = () => moveTargets('inbox')

/** A second time takes them back to the Inbox. What lies in the Trash comes out of it, or it would be said to be where it is not. */
async function moveTargets(place: Place) {
  const found = await targetArticles()
  if (found.length === 0) return
  const trashed = found.filter((article) => article.trashed)
  const isThere = trashed.length === 0 && found.every((article) => article.place === place)
  const to = isThere ? 'inbox' : place
  if (await tellOfList(move(idsOf(found), to, idsOf(trashed)))) leaveView(found)
}

export async function favouriteTargets() {
  const found = await targetArticles()
  if (found.length > 0) await tellOfList(setFavourite(idsOf(found), !found.every((article) => article.favourite)))
}

export async function editTagsOfTargets() {
  const ids = await allTargets()
  if (ids.length > 0) openLayer({ kind: 'tags', ids })
}

export async function trashTargets() {
  const found = await targetArticles()
  if (found.length > 0 && (await tellOfList(trash(idsOf(found))))) leaveView(found)
}

export async function restoreTargets() {
  const found = await targetArticles()
  if (found.length > 0 && (await tellOfList(restore(idsOf(found))))) leaveView(found)
}

/** The one that is read: the reader stays with it, whatever list it has come from. */
export async function restoreArticle(id: string) {
  await tellOfList(restore([id]))
}

export async function askToPurgeTargets() {
  openLayer({ kind: 'purge', ids: await allTargets() })
}

/** Final: nothing brings them back, so it is asked first. */
export async function purgeArticles(ids: readonly string[]) {
  const found = await articlesOf(ids)
  if (found.length > 0 && (await tell(purge(idsOf(found))))) {
    leaveView(found)
    if (found.some((article) => article.id === selection.get().open)) closeArticle()
    // Behind: what is left of them on the disk is nobody's any more.
    void askOrSay('vault.sweep')
  }
}

export async function emptyTrash() {
  // What has just been saved anew is not in it any more, whether or not the list knows already.
  await catchUp()
  const ids = await articleIds({ kind: 'trash' })
  if (ids.length > 0) await purgeArticles(ids)
}

export async function markTargetsUnread() {
  const ids = await allTargets()
  if (ids.length > 0) {
    await tell(perform(ids.map((article) => ({ act: 'progressed', article, progress: 0, paragraph: 0 }))))
  }
}

export async function openOriginalOfTarget() {
  const [first] = await targetArticles()
  if (first) await openInBrowser(first.url, whereKept(first))
}

/** `from`: what leads there. Without it, or where it does not, the person is asked first. */
export async function openInBrowser(url: string, from?: OpenedFrom) {
  const isOpened = await (from ? askOrSay('open.external', url, from) : askOrSay('open.external', url))
  if (isOpened === false) say(words.notOpened, { isProblem: true })
}

/** The version shown, by the id whose folder holds it. */
export function whereKept({ id, heldBy = id, version }: Article): OpenedFrom {
  return { article: heldBy, version }
}

export async function copyLinksOfTargets() {
  const found = await targetArticles()
  const text = found.map((article) => article.url).join('\n')
  if ((await askOrSay('clipboard.write', text)) === undefined) return
  say(found.length === 1 ? words.linkCopied : words.linksCopied)
}

export async function recaptureTargets() {
  const [refused] = await saveLinks((await targetArticles()).map((article) => article.url))
  if (refused) say(refused.words, { isProblem: true })
}

/** In a window of its own; captures of that site are signed in afterwards. */
export async function signInToSiteOfTarget() {
  const [first] = await targetArticles()
  if (first) await signInTo(first.url)
}

export const signInTo = (url: string) => askOrSay('signIn.open', url)
export const forgetSignIn = (site: string) => askOrSay('signIn.forget', site)

export function showVersionsOfTarget() {
  const [id] = targetIds()
  if (id !== undefined) openLayer({ kind: 'versions', id })
}

export function fixTarget() {
  const [id] = targetIds()
  if (id !== undefined) openLayer({ kind: 'fix', id })
}

/** Taken back, the list is as it was: the cursor on its row, and chosen what was chosen. */
const tellOfList = (doing: Promise<Result<Undo>>) => tell(doing, { onTakenBack: placeToComeBack() })

async function targetArticles(): Promise<Article[]> {
  return articlesOf(await allTargets())
}

async function articlesOf(ids: readonly string[]): Promise<Article[]> {
  const found = await articlesByIds(ids)
  return found.filter((article) => article !== undefined)
}

function idsOf(articles: readonly Article[]): readonly string[] {
  return articles.map((article) => article.id)
}

/** What was chosen is done with. Where the reader has taken the list's place, one goes back to the list. */
function leaveView(articles: readonly Article[]) {
  chooseNone()
  const { open } = selection.get()
  if (panes.get().width === 'wide' || !articles.some((article) => article.id === open)) return
  closeArticle()
  focusList()
}
