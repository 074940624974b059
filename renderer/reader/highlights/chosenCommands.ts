// What can be done to the passage chosen in the text. Bar, keys, palette and context menu all run these.
import type { HighlightColour } from '../../library/fold.ts'
import { askOrSay } from '../../app/bridge.ts'
import { readerHandle } from '../../app/readerHandle.ts'
import { focusSearch } from '../../app/searchField.ts'
import { showList, typeQuery } from '../../app/selection.ts'
import { say } from '../../app/toasts.ts'
import { arrowStep } from '../../ui/arrowStep.ts'
import { showPanelTab } from '../panel/sidePanel.ts'
import type { Marker } from './createMarker.ts'
import { colourHighlight, removeHighlight } from './highlightActs.ts'
import { marking } from './marking.ts'
import { words } from './words.ts'

let marker: Marker | undefined

/** Said by the page that is open. */
export function setMarker(next: Marker | undefined) {
  marker = next
}

export function hasChosen(): boolean {
  return marking.get().chosen !== undefined
}

/** Keeps what is chosen; an existing highlight takes the colour. */
export async function paint(colour: HighlightColour) {
  const { article, chosen } = marking.get()
  if (article === undefined || !chosen) return say(words.nothingChosen)
  marking.change({ colour })
  const highlight = chosen.highlight ?? (await marker?.keep(colour))
  const before = marking.get().placed.find(({ id }) => id === highlight)
  if (before && before.colour !== colour) await colourHighlight(article, before.id, colour)
}

export async function keepChosen() {
  const { chosen, colour } = marking.get()
  if (!chosen) return say(words.nothingChosen)
  if (chosen.highlight === undefined) await marker?.keep(colour)
}

/** A passage that is only chosen becomes a highlight first. False when nothing is chosen. */
export async function noteChosen(): Promise<boolean> {
  const { chosen, colour } = marking.get()
  if (!chosen) return false
  if (chosen.highlight === undefined) await marker?.keep(colour, { isNoting: true })
  else marking.change({ chosen: { ...chosen, isNoting: true } })
  return true
}

export async function copyChosen() {
  const { chosen } = marking.get()
  if (chosen && (await askOrSay('clipboard.write', chosen.text)) !== undefined) say(words.copied)
}

/** Of a long passage, how it begins. */
const longestSearch = 90

export function searchForChosen() {
  const { chosen } = marking.get()
  if (!chosen) return
  const plain = chosen.text.replace(/["\s]+/g, ' ').trim()
  const cut =
    plain.length > longestSearch ? plain.slice(0, plain.lastIndexOf(' ', longestSearch) + 1 || longestSearch) : plain
  marker?.leave()
  typeQuery(`"${cut.trim()}"`)
  showList()
  focusSearch()
}

export async function removeChosen() {
  const { article, chosen } = marking.get()
  if (article === undefined || chosen?.highlight === undefined) return
  marker?.leave()
  await removeHighlight(article, chosen.highlight)
}

export function chooseSentence(direction: 1 | -1) {
  marker?.sentence(direction)
}

/** The text is shown for it, whatever form of the page one looks at. */
export function goToHighlight(id: string) {
  readerHandle.get()?.show('article')
  const isUnplaced = marking.get().unplaced.some((highlight) => highlight.id === id)
  marking.change({ sought: isUnplaced ? id : undefined })
  if (!isUnplaced) return marker?.goTo(id)
  showPanelTab('highlights')
  say(words.withoutPlace)
}

/** From the chosen one, or from the top. */
export function walkHighlights(direction: 1 | -1) {
  const { placed, chosen } = marking.get()
  const at = placed.findIndex(({ id }) => id === chosen?.highlight)
  const next =
    placed[at < 0 ? (direction === 1 ? 0 : placed.length - 1) : (at + direction + placed.length) % placed.length]
  if (next) marker?.goTo(next.id)
}

/** False when nothing was chosen. */
export function leaveChosen(): boolean {
  return marker?.leave() ?? false
}

/** The keys that mean something else while a passage is chosen. Before all others; true when it was one of them. */
export function chosenKey(event: KeyboardEvent, text: Element): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { chosen } = marking.get()
  if (!chosen || !marker) return false
  const colour = (['yellow', 'green', 'blue', 'rose'] as const)[Number(event.key) - 1]
  if (colour && !event.shiftKey) {
    void paint(colour)
    return true
  }
  const along = arrowStep(event.key, text)
  if (along !== undefined) return !event.shiftKey && marker.extend(along)
  switch (event.key) {
    case 'Escape':
      return marker.leave()
    case 'ArrowDown':
      return !event.shiftKey && marker.extend(1)
    case 'ArrowUp':
      return !event.shiftKey && marker.extend(-1)
    case 'Delete':
      if (chosen.highlight === undefined) return false
      void removeChosen()
      return true
    default:
      return false
  }
}
