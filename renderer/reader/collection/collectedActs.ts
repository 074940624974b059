// What can be done to a highlight where all of them are listed. Read and noted it is in its article, at its passage.
import type { MouseEvent } from 'react'
import { highlightColours } from '../../../preload/act.ts'
import { askOrSay } from '../../app/bridge.ts'
import { showMenu } from '../../app/contextMenu.ts'
import { focusReader } from '../../app/readerHandle.ts'
import { openArticle } from '../../app/selection.ts'
import { say } from '../../app/toasts.ts'
import type { HighlightWithArticle } from '../../library/highlights.ts'
import { goToHighlight, noteChosen } from '../highlights/chosenCommands.ts'
import { colourHighlight, removeHighlight } from '../highlights/highlightActs.ts'
import { marking } from '../highlights/marking.ts'
import { words as highlightWords } from '../highlights/words.ts'
import { words } from './words.ts'

export function openCollected({ highlight, article }: HighlightWithArticle, { focus }: { focus: boolean }) {
  const isOpen = marking.get().article === article.id
  if (isOpen) goToHighlight(highlight.id)
  else {
    marking.change({ wanted: { id: highlight.id } })
    openArticle(article.id)
  }
  if (focus) focusReader({ isComing: !isOpen })
}

export function noteCollected({ highlight, article }: HighlightWithArticle) {
  if (marking.get().article === article.id) {
    goToHighlight(highlight.id)
    return void noteChosen()
  }
  marking.change({ wanted: { id: highlight.id, isNoting: true } })
  openArticle(article.id)
}

export function showCollectedMenu(event: MouseEvent, one: HighlightWithArticle): void {
  const { article, id, colour, quote } = one.highlight
  const copy = async () => {
    if ((await askOrSay('clipboard.write', quote)) !== undefined) say(highlightWords.copied)
  }
  void showMenu(event, [
    { words: words.open, run: () => openCollected(one, { focus: true }) },
    { words: words.noteDots, run: () => noteCollected(one) },
    'line',
    ...highlightColours.map((other) => ({
      words: highlightWords.changeTo(other),
      run: () => colourHighlight(article, id, other),
      isOff: other === colour,
    })),
    'line',
    { words: highlightWords.copy, run: copy },
    { words: highlightWords.remove, run: () => removeHighlight(article, id) },
  ])
}
