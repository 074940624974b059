// Over which page the aid for the eye lies, if any, and where. Which one it is, is a setting: who reads by it reads by it every day.
import { appSettings, changeSettings } from '../../app/appSettings.ts'
import { createStore } from '../../ui/createStore.ts'
import { lineAt, lineBeside } from './lineAt.ts'

type Ruler = {
  readonly page?: Document | undefined
  /** The height in the page's frame that it keeps to: the line of text nearest to it is the one that is read. */
  readonly y?: number | undefined
}

export const ruler = createStore<Ruler>({})

/** Where it lies until somebody has pointed at something. */
const usualPart = 0.38
/** It walks down as far as this; then the text comes up to it. */
const lowestPart = 0.62
const highestPart = 0.2
/** Where there is no text to tell. */
const lineHeightPx = 30

export function heightOf({ page, y }: Ruler): number {
  return y ?? (page?.documentElement.clientHeight ?? 0) * usualPart
}

export function nextRuler() {
  const kinds = ['none', 'ruler', 'lines'] as const
  changeSettings({ ruler: kinds[(kinds.indexOf(appSettings.get().ruler) + 1) % kinds.length]! })
}

/** To the line below or above. */
export function stepRuler(by: 1 | -1) {
  const { page } = ruler.get()
  const scroller = page?.scrollingElement
  if (!page || !scroller) return
  const at = heightOf(ruler.get())
  const line = lineAt(page, at)
  const next = line && lineBeside(page, line, by)
  const to = next ? (next.top + next.bottom) / 2 : at + by * lineHeightPx
  const height = page.documentElement.clientHeight
  const isIn = by === 1 ? to <= height * lowestPart : to >= height * highestPart
  const before = scroller.scrollTop
  if (!isIn) scroller.scrollBy({ top: to - at, behavior: 'instant' })
  const scrolled = scroller.scrollTop - before
  ruler.change({ y: Math.max(0, Math.min(height, to - scrolled)) })
}
