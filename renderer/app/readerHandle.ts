// What the reader lets commands do to it, and whether it has the person's attention.
import type { HighlightColour } from '../library/fold.ts'
import { createStore } from '../ui/createStore.ts'

export type ReaderTab = 'article' | 'snapshot' | 'pdf'

/** Set anew whenever one of its answers may have changed: the menu of the system follows it. */
export type ReaderHandle = {
  focus(): void
  page(direction: 1 | -1): void
  /** How many places in the text match the search it was opened from. */
  matches(): number
  walkMatches(direction: 1 | -1): void
  /** Whether the article has this form: a PDF has no snapshot, and nothing else has a PDF. */
  hasTab(tab: ReaderTab): boolean
  /** The article that is read has been thrown away. */
  isInTrash(): boolean
  show(tab: ReaderTab): void
  /** Opens the field to find words in the article. */
  find(): void
  /** Takes that field away; false when there was none. */
  endFind(): boolean
  copyMarkdown(): void
  print(to: 'printer' | 'pdf'): void
  readAloud(): void
  /** Spoken or paused. */
  isAloud(): boolean
  skipSentence(by: 1 | -1): void
  stopAloud(): void
  hasPictures(): boolean
  /** As large as the window allows, from the first on the screen. */
  showPictures(): void
  nextRuler(): void
  /** A link in the text has the focus. */
  hasLink(): boolean
  saveLink(): void
  togglePanel(): void
  /** Opens it there, with the focus. */
  showPanel(tab: 'contents' | 'highlights' | 'details' | 'similar'): void
  keepHighlight(): void
  /** A passage, or a highlight. */
  hasChosen(): boolean
  hasChosenHighlight(): boolean
  paint(colour: HighlightColour): void
  copyChosen(): void
  searchForChosen(): void
  removeHighlight(): void
  /** On what is chosen in the text, else on the article. */
  note(): void
  chooseSentence(direction: 1 | -1): void
  highlights(): number
  walkHighlights(direction: 1 | -1): void
  /** Nothing in the text is chosen any more; false when nothing was. */
  leaveChosen(): boolean
}

export const readerHandle = createStore<ReaderHandle | undefined>(undefined)

/** The text was asked for before its frame was there. */
let isFocusDue = false

/** `isComing`: another article is about to stand there, and is to have the focus too. */
export function focusReader({ isComing }: { isComing: boolean }) {
  readerHandle.get()?.focus()
  // Whoever has just pressed the row may be quicker than the text.
  isFocusDue = isComing || !isReading()
}

/** For the frame, when its text stands: whether it is to take the focus. */
export function takeFocusDue(): boolean {
  const isDue = isFocusDue
  isFocusDue = false
  return isDue
}

/** The focus is in the reader: in its frame, or on one of its controls. */
export function isReading(): boolean {
  return document.activeElement?.closest('[data-pane="reader"]') != null
}
