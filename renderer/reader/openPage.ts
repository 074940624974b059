// One article in the frame: its nodes, its position, its matches. Made when an article is opened, closed when another takes its place.
import type { Article, Version } from '../../preload/article.ts'
import { paragraphs } from '../extract/text.ts'
import { sanitise } from '../extract/sanitise.ts'
import { finishedFrom } from '../list/finishedFrom.ts'
import type { Highlight } from '../library/highlights.ts'
import { setSpeech } from './aloud/aloud.ts'
import { createSpeech } from './aloud/createSpeech.ts'
import { ruler } from './aloud/ruler.ts'
import { directionOf } from '../ui/directionOf.ts'
import { dressPage } from './dressPage.ts'
import { setMarker } from './highlights/chosenCommands.ts'
import { createMarker } from './highlights/createMarker.ts'
import { followHeadings, readHeadings } from './panel/contents.ts'
import { keepPosition } from './keepPosition.ts'
import { findText } from './find/findText.ts'
import { goToMatch, matchesOf, markRanges } from './markMatches.ts'
import { mostMarked } from './mostMarked.ts'
import { endNodes, headNodes, namesOf, type PageActions } from './pageNodes.ts'
import { positionNow, progressNow, scrollToPosition, type Position } from './position.ts'
import { closeFootnote } from './showFootnote.ts'

export type OpenPage = {
  /** Title, tags, place or state have changed; the text has not. */
  refresh(article: Article): void
  /** Keeps the paragraph at the top while `change` moves everything. */
  hold(change: () => void): void
  /** Everything has been moved already, by another width: the paragraph that was at the top comes back there. */
  settle(): void
  highlight(list: readonly Highlight[]): void
  /** Marks what was searched for, in the names above the text too, and answers how often it stands in the text. */
  mark(marks: readonly string[]): number
  /** Marks what one looks for instead, and answers how often it stands in the names and the text. */
  find(text: string): number
  /** Answers which match one is at now. */
  walk(direction: 1 | -1): number
  close(): void
}

export type PageContent = { readonly article: Article; readonly record: Version | undefined; readonly html: string }

export function openPage(
  page: Document,
  { article, record, html }: PageContent,
  actions: PageActions,
  onProgress: (progress: number) => void,
): OpenPage {
  const text = page.createElement('div')
  text.className = 'page-text'
  if (article.lang) text.lang = article.lang
  text.append(sanitise(html))
  const found = paragraphs(text)
  const dir = article.dir ?? directionOf(found.text) ?? 'ltr'
  text.dir = dir
  const blocks = found.list.map((paragraph) => paragraph.block)
  dressPage(text)

  const frame = page.createElement('main')
  frame.className = 'page'
  if (article.lang) frame.lang = article.lang
  const hasStandfirst = text.querySelector('.offprint-standfirst') !== null
  const headOf = (of: Article) => headNodes(page, { ...of, dir }, record, found.text, hasStandfirst, actions)
  let [head, end] = [headOf(article), endNodes(page, article, actions)]
  frame.append(head, text, end)
  page.body.replaceChildren(frame)
  page.documentElement.lang = article.lang ?? ''

  let isClosed = false
  let lastTop = 0
  const topNow = () => page.scrollingElement?.scrollTop ?? 0
  const hasMoved = () => Math.abs(topNow() - lastTop) >= 2
  let isReading = false
  const isFinished = article.progress >= finishedFrom
  /** Where one is; undefined at the top. */
  const placeNow = () => (topNow() < 8 ? undefined : positionNow(blocks))
  /** As it was at the last scroll. Once the width has changed it cannot be asked of the page any more. */
  let place: Position | undefined
  const restore = () => {
    if (isClosed || isReading || hasMoved()) return
    const paragraph = article.progress > 0 && !isFinished ? (article.paragraph ?? 0) : 0
    scrollToPosition(page, blocks, { paragraph, part: 0 })
    lastTop = topNow()
    place = placeNow()
  }
  page.scrollingElement?.scrollTo({ top: 0 })
  restore()
  // The faces may arrive after the text and move everything.
  void page.fonts.ready.then(restore)

  readHeadings(text)
  followHeadings()
  const keeper = keepPosition(article, page, blocks)
  const marker = createMarker(page, article, found)
  setMarker(marker)
  setSpeech(createSpeech(page, article, found))
  ruler.change({ page })
  const onScroll = () => {
    onProgress(progressNow(page))
    followHeadings()
    if (!hasMoved()) return // the restoring above, not the reader
    place = placeNow()
    isReading = true
    lastTop = topNow()
    keeper.moved()
  }
  page.addEventListener('scroll', onScroll, { passive: true })
  onProgress(progressNow(page))

  let matches: readonly Range[] = []
  let match = -1
  /** Marks the names anew: they are other nodes after every change of the article. */
  let markNames = () => {}
  const settle = () => {
    if (place) scrollToPosition(page, blocks, place)
    lastTop = topNow()
    onProgress(progressNow(page))
    followHeadings()
    marker.moved()
  }

  return {
    hold(change) {
      // Only of a scroll that has not been told yet: what goes with the change may have moved everything already, such as the panel.
      if (hasMoved()) place = placeNow()
      change()
      settle()
    },
    settle,
    highlight: (list) => marker.show(list),
    refresh(next) {
      if (hasMoved()) place = placeNow()
      const textTop = text.offsetTop
      const [newHead, newEnd] = [headOf(next), endNodes(page, next, actions)]
      head.replaceWith(newHead)
      end.replaceWith(newEnd)
      head = newHead
      end = newEnd
      // Another title may take more lines, and more tags another one.
      if (text.offsetTop !== textTop) settle()
      markNames()
    },
    find(text) {
      const inText = findText(found.list, text)
      match = -1
      markNames = () => {
        matches = [...findText(namesOf(head), text), ...inText].slice(0, mostMarked)
        markRanges(page, matches, matches[match])
      }
      markNames()
      return matches.length
    },
    mark(marks) {
      matches = matchesOf(found.list, marks)
      match = -1
      markNames = () => markRanges(page, [...matchesOf(namesOf(head), marks), ...matches], matches[match])
      markNames()
      return matches.length
    },
    walk(direction) {
      if (matches.length === 0) return -1
      match = match < 0 ? nearest(matches, direction) : (match + direction + matches.length) % matches.length
      const range = matches[match]
      if (range) goToMatch(page, range)
      return match
    },
    close() {
      isClosed = true
      keeper.stop()
      closeFootnote()
      setMarker(undefined)
      setSpeech(undefined)
      ruler.change({ page: undefined, y: undefined })
      marker.close()
      page.removeEventListener('scroll', onScroll)
      markRanges(page, [])
    },
  }
}

/** The first match on the screen or below it; going back, the last above it. */
function nearest(matches: readonly Range[], direction: 1 | -1): number {
  const below = matches.findIndex((range) => range.getBoundingClientRect().top >= 0)
  if (direction === 1) return below < 0 ? 0 : below
  return below <= 0 ? matches.length - 1 : below - 1
}
