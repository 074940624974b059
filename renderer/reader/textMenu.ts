// The menu of the text: what is pointed at decides what it lists. Everything in it is a command, or something one can do by key as well.
import { highlightColours } from '../../preload/act.ts'
import { askOrSay } from '../app/bridge.ts'
import { commandEntry, showMenu, type MenuEntry } from '../app/contextMenu.ts'
import { say } from '../app/toasts.ts'
import type { CommandId } from '../app/words.ts'
import { copyPicture } from './copyPicture.ts'
import { copyChosen, noteChosen, paint, removeChosen, searchForChosen } from './highlights/chosenCommands.ts'
import { marking } from './highlights/marking.ts'
import { words as highlightWords } from './highlights/words.ts'
import { followAddress, saveAddress } from './links.ts'
import { openPictures } from './listenForPictures.ts'
import { words } from './words.ts'

/** Until the returned function is called. */
export function listenForMenu(page: Document): () => void {
  const onMenu = (event: MouseEvent) => void showMenu(event, entriesFor(page, event.target))
  page.addEventListener('contextmenu', onMenu)
  return () => page.removeEventListener('contextmenu', onMenu)
}

function entriesFor(page: Document, target: EventTarget | null): readonly MenuEntry[] {
  // The frame has a window of its own, whose Element is not ours: ask for what it can do.
  const element = target && 'closest' in target ? (target as Element) : null
  const groups = [linkEntries(element), pictureEntries(page, element), chosenEntries(), articleEntries()]
  return groups.filter((group) => group.length > 0).flatMap((group, at) => (at === 0 ? group : ['line', ...group]))
}

function linkEntries(element: Element | null): readonly MenuEntry[] {
  const address = element?.closest('a')?.getAttribute('href') ?? ''
  if (!/^https?:/i.test(address)) return []
  return [
    { words: words.openLink, run: () => followAddress(address, true) },
    { words: words.saveLink, run: () => saveAddress(address) },
    { words: words.copyLink, run: () => copy(address) },
  ]
}

function pictureEntries(page: Document, element: Element | null): readonly MenuEntry[] {
  const image = element?.closest<HTMLImageElement>('.page-text img')
  const blob = /^offprint-asset:([0-9a-f]{64}\.[a-z0-9]{1,5})$/.exec(image?.getAttribute('src') ?? '')?.[1]
  if (!image || blob === undefined) return []
  return [
    { words: words.showPicture, run: () => openPictures(page, image) },
    { words: words.copyPicture, run: () => takePicture(blob) },
  ]
}

function chosenEntries(): readonly MenuEntry[] {
  const { chosen } = marking.get()
  if (!chosen) return []
  return [
    { words: highlightWords.copy, run: copyChosen },
    { words: highlightWords.searchFor, run: searchForChosen },
    'line',
    ...highlightColours.map((colour) => ({
      words: chosen.highlight === undefined ? highlightWords.keepIn(colour) : highlightWords.changeTo(colour),
      run: () => paint(colour),
    })),
    { words: highlightWords.note, run: noteChosen },
    ...(chosen.highlight === undefined ? [] : [{ words: highlightWords.remove, run: removeChosen }]),
  ]
}

const ofArticle: readonly CommandId[] = [
  'reader.find',
  'article.copyMarkdown',
  'article.copyLink',
  'article.openOriginal',
  'article.fix',
]

function articleEntries(): readonly MenuEntry[] {
  return ofArticle.flatMap((id) => commandEntry(id, (run) => run()))
}

async function copy(text: string) {
  if ((await askOrSay('clipboard.write', text)) !== undefined) say(words.linkCopied)
}

async function takePicture(blob: string) {
  const isCopied = await copyPicture(blob)
  say(isCopied ? words.pictureCopied : words.pictureNotCopied, { isProblem: !isCopied })
}
