// Highlights of the article in the frame: shows them where their words stand, and makes one of what is chosen, with the pointer or by sentences.
import { longestQuote } from '../../../preload/act.ts'
import type { Article } from '../../../preload/article.ts'
import { say } from '../../app/toasts.ts'
import type { Paragraphs } from '../../extract/text.ts'
import type { HighlightColour } from '../../library/fold.ts'
import type { Highlight } from '../../library/highlights.ts'
import { anchorOf } from './anchorOf.ts'
import { goToHighlight, noteChosen } from './chosenCommands.ts'
import { drawHighlights } from './drawHighlights.ts'
import { keepHighlight } from './highlightActs.ts'
import { marking, type Spot } from './marking.ts'
import { marginNotes } from './marginNotes.ts'
import { fromBelow, onTop } from './onTop.ts'
import { placerFor, type Place } from './placeQuote.ts'
import { sentencesOf } from './sentences.ts'
import { placeIn, rangesOf } from './textRanges.ts'
import { words } from './words.ts'

export type Marker = {
  show(highlights: readonly Highlight[]): void
  /** Keeps what is chosen, and gives its id; undefined when nothing is. A passage that is a highlight already stays as it is and is chosen. */
  keep(colour: HighlightColour, options?: { isNoting?: true }): Promise<string | undefined>
  /** Chooses the sentence at the top of the screen; then the next, or the one before. */
  sentence(direction: 1 | -1): void
  /** One sentence more, or one less. True when sentences are being chosen. */
  extend(direction: 1 | -1): boolean
  /** Brings it on the screen and chooses it. */
  goTo(highlight: string): void
  /** Nothing is chosen any more; false when nothing was. */
  leave(): boolean
  /** The text was laid out anew. */
  moved(): void
  close(): void
}

type Placed = { readonly highlight: Highlight; readonly place: Place; readonly ranges: readonly Range[] }
/** `seen`: what no other lies over. */
type Shown = Placed & { readonly seen: readonly Range[] }

export function createMarker(page: Document, article: Article, found: Paragraphs): Marker {
  const text = page.querySelector('.page-text')
  let shown: readonly Shown[] = []
  let placer: ReturnType<typeof placerFor> | undefined
  let sentences: readonly Place[] | undefined
  /** The sentences chosen, the last included. */
  let run: { from: number; to: number } | undefined
  /** A passage on its way to the vault. It is chosen again as a highlight when it comes back, unless something else is chosen by then. */
  let coming: { readonly place: Place; isNoting: boolean; id?: string } | undefined
  const notes = marginNotes(page, (id) => choose(id))

  function choose(id: string, { isNoting = false } = {}) {
    const one = shown.find(({ highlight }) => highlight.id === id)
    const spot = one && spotOf(one.ranges)
    if (!one || !spot) return
    clearSelection()
    marking.change({ chosen: { spot, text: one.highlight.quote, highlight: id, ...(isNoting ? { isNoting } : {}) } })
    draw()
  }

  function draw() {
    const current = marking.get().chosen?.highlight
    drawHighlights(
      page,
      shown.map(({ highlight, seen }) => ({ colour: highlight.colour, ranges: seen })),
      shown.find(({ highlight }) => highlight.id === current)?.ranges ?? [],
    )
  }

  function arrive() {
    const one = coming
    if (one?.id === undefined || !shown.some(({ highlight }) => highlight.id === one.id)) return
    coming = undefined
    const now = chosenPlace()
    if (now && isSamePlace(now, one.place)) choose(one.id, one)
  }

  function clearSelection() {
    run = undefined
    page.getSelection()?.removeAllRanges()
  }

  function chosenPlace(): Place | undefined {
    const selection = page.getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
    const range = selection.getRangeAt(0)
    return text && range.intersectsNode(text) ? placeIn(found, range) : undefined
  }

  function showChosen() {
    const place = chosenPlace()
    const spot = place && spotOf(rangesOf(found, place))
    const before = marking.get().chosen
    if (place && spot) marking.change({ chosen: { spot, text: found.text.slice(place.start, place.end) } })
    else if (before && before.highlight === undefined) marking.change({ chosen: undefined })
    if (before?.highlight !== undefined && place) draw()
  }

  /** The pointer let go: of a selection, or of a highlight. */
  const onPointerUp = (event: PointerEvent) => {
    // The selection of a press is gone only after it.
    page.defaultView?.requestAnimationFrame(() => {
      run = undefined
      if (chosenPlace()) return showChosen()
      const element = event.target && 'closest' in event.target ? (event.target as Element) : undefined
      // A note beside the text has chosen its own passage by now.
      if (element?.closest('.page-margin button')) return
      const hit = element?.closest('a, button, img') ? undefined : shownAt(event.clientX, event.clientY)
      if (hit) choose(hit.highlight.id)
      else leave()
    })
  }

  /** With the keys of the system: Shift and the arrows, or choosing all. */
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.shiftKey || event.key === 'Shift' || event.ctrlKey || event.metaKey) {
      if (!run) showChosen()
    }
  }

  function shownAt(x: number, y: number): Shown | undefined {
    const caret = page.caretRangeFromPoint(x, y)
    if (!caret) return undefined
    return shown.findLast(({ ranges }) =>
      ranges.some(
        (range) =>
          range.isPointInRange(caret.startContainer, caret.startOffset) &&
          [...range.getClientRects()].some(
            (box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 3 && y <= box.bottom + 3,
          ),
      ),
    )
  }

  function leave(): boolean {
    const was = marking.get().chosen !== undefined || run !== undefined
    clearSelection()
    marking.change({ chosen: undefined })
    draw()
    return was
  }

  function chooseRun(next: { from: number; to: number }) {
    const [first, last] = [sentences?.[next.from], sentences?.[next.to]]
    if (!first || !last) return
    run = next
    const ranges = rangesOf(found, { start: first.start, end: last.end })
    const [begin, end] = [ranges[0], ranges.at(-1)]
    if (!begin || !end) return
    page.getSelection()?.setBaseAndExtent(begin.startContainer, begin.startOffset, end.endContainer, end.endOffset)
    bringOnScreen(ranges.at(-1)!)
    marking.change({ chosen: undefined })
    draw()
    showChosen()
  }

  function bringOnScreen(range: Range) {
    const box = range.getBoundingClientRect()
    const height = page.documentElement.clientHeight
    if (box.top < topPx || box.bottom > height - 60)
      page.scrollingElement?.scrollBy({ top: box.top - height * 0.36, behavior: 'instant' })
  }

  function goTo(id: string) {
    const one = shown.find(({ highlight }) => highlight.id === id)
    if (!one?.ranges[0]) return
    bringOnScreen(one.ranges[0])
    choose(id)
  }

  function firstOnScreen(): number {
    const all = sentences ?? []
    let low = 0
    let high = all.length - 1
    const isBelow = (n: number) => (rangesOf(found, all[n]!)[0]?.getBoundingClientRect().top ?? Infinity) >= topPx - 4
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBelow(middle)) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Where a highlight, or a choice made otherwise, is seen: the sentences go on from there. */
  function placeInSight(): Place | undefined {
    const { chosen } = marking.get()
    const place = chosen && (shown.find(({ highlight }) => highlight.id === chosen.highlight)?.place ?? chosenPlace())
    const spot = place && spotOf(rangesOf(found, place))
    return spot && spot.bottom > topPx && spot.top < page.documentElement.clientHeight ? place : undefined
  }

  function sentenceBeside({ start, end }: Place, direction: 1 | -1, all: readonly Place[]): number {
    if (direction === -1) return all.findLastIndex((one) => one.end <= start)
    const next = all.findIndex((one) => one.start >= end)
    return next < 0 ? all.length - 1 : next
  }

  let isFollowing = false
  const follow = () => {
    if (isFollowing) return
    isFollowing = true
    page.defaultView?.requestAnimationFrame(() => {
      isFollowing = false
      const { chosen } = marking.get()
      if (!chosen) return
      const ranges = shown.find(({ highlight }) => highlight.id === chosen.highlight)?.ranges
      const place = ranges ? undefined : chosenPlace()
      const spot = spotOf(ranges ?? (place ? rangesOf(found, place) : []))
      if (spot) marking.change({ chosen: { ...chosen, spot } })
    })
  }

  page.addEventListener('pointerup', onPointerUp)
  page.addEventListener('keyup', onKeyUp)
  page.addEventListener('scroll', follow, { passive: true })
  marking.change({ article: article.id, placed: [], unplaced: [], chosen: undefined })

  return {
    show(highlights) {
      if (highlights.length > 0) placer ??= placerFor(found.text, found.offsets)
      const known = new Map(shown.map((one) => [one.highlight.id, one]))
      const unplaced: Highlight[] = []
      const placed = highlights
        .flatMap((highlight): Placed[] => {
          const before = known.get(highlight.id)
          if (before && before.highlight.quote === highlight.quote) return [{ ...before, highlight }]
          const place = placer?.(highlight)
          if (place) return [{ highlight, place, ranges: rangesOf(found, place) }]
          unplaced.push(highlight)
          return []
        })
        .sort((a, b) => fromBelow(a.place, b.place))
      const parts = onTop(placed.map(({ place }) => place))
      shown = placed.map((one, n) => ({ ...one, seen: (parts[n] ?? []).flatMap((part) => rangesOf(found, part)) }))
      marking.change({ placed: shown.map(({ highlight }) => highlight), unplaced })
      const { chosen } = marking.get()
      if (chosen?.highlight !== undefined && !highlights.some(({ id }) => id === chosen.highlight))
        marking.change({ chosen: undefined })
      draw()
      arrive()
      const { wanted } = marking.get()
      if (wanted !== undefined && highlights.some(({ id }) => id === wanted.id)) {
        marking.change({ wanted: undefined })
        // Behind the drawing of the window, which this is part of.
        queueMicrotask(() => {
          goToHighlight(wanted.id)
          if (wanted.isNoting) void noteChosen()
        })
      }
      notes.show(shown)
    },
    async keep(colour, { isNoting = false } = {}) {
      const place = chosenPlace()
      if (!place) return undefined
      if (place.end - place.start > longestQuote) {
        say(words.tooLong(longestQuote))
        return undefined
      }
      if (coming && isSamePlace(coming.place, place)) {
        coming.isNoting ||= isNoting
        return coming.id
      }
      const there = shown.find((one) => isSamePlace(one.place, place))
      if (there) {
        choose(there.highlight.id, { isNoting })
        return there.highlight.id
      }
      const own: NonNullable<typeof coming> = { place, isNoting }
      coming = own
      const id = await keepHighlight(article.id, anchorOf(found.text, found.offsets, place.start, place.end), colour)
      if (id !== undefined) own.id = id
      else if (coming === own) coming = undefined
      arrive()
      return id
    },
    sentence(direction) {
      sentences ??= sentencesOf(found, article.lang)
      if (sentences.length === 0) return
      const place = run ? undefined : placeInSight()
      const beside = place && sentenceBeside(place, direction, sentences)
      const at = run ? (direction === 1 ? run.to + 1 : run.from - 1) : (beside ?? firstOnScreen())
      const to = Math.max(0, Math.min(sentences.length - 1, at))
      chooseRun({ from: to, to })
    },
    extend(direction) {
      if (!run || !sentences) return false
      const { from, to } = run
      if (direction === 1) chooseRun({ from, to: Math.min(sentences.length - 1, to + 1) })
      else if (to > from) chooseRun({ from, to: to - 1 })
      else if (from > 0) chooseRun({ from: from - 1, to: from - 1 })
      return true
    },
    goTo,
    leave,
    moved() {
      follow()
      notes.show(shown)
    },
    close() {
      page.removeEventListener('pointerup', onPointerUp)
      page.removeEventListener('keyup', onKeyUp)
      page.removeEventListener('scroll', follow)
      notes.close()
      shown = []
      drawHighlights(page, [], [])
      marking.change({ article: undefined, placed: [], unplaced: [], chosen: undefined, sought: undefined })
    },
  }
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.start === b.start && a.end === b.end
}

/** The toolbar lies over this much of the text. */
const topPx = 56

function spotOf(ranges: readonly Range[]): Spot | undefined {
  const boxes = ranges.flatMap((range) => [...range.getClientRects()])
  if (boxes.length === 0) return undefined
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  }
}
