// Writes down how far one has read: a moment after the scrolling stops, and on leaving. Looking at the top of an article is not reading it.
import { onLeaving } from '../app/leaving.ts'
import { setLastProgress, setProgress } from '../library/acts.ts'
import { finishedFrom } from '../list/finishedFrom.ts'
import { positionNow, progressNow } from './position.ts'

const restMs = 800
/** A text that fits on the screen has been read once it has been looked at for so long. */
const wholeTextMs = 5_000

export type PositionKeeper = {
  /** The reader scrolled; the next rest is written. */
  moved(): void
  /** Writes what is not written yet. */
  stop(): void
}

export function keepPosition(
  article: { id: string; progress: number },
  page: Document,
  blocks: readonly Element[],
): PositionKeeper {
  let written = article.progress
  let paragraph: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOwed = false
  /** Told to the library, which has not said yet that it is kept. */
  let isOnItsWay = false
  let heardAt = page.scrollingElement?.scrollTop
  const write = ({ isLast = false } = {}): Promise<unknown> | undefined => {
    clearTimeout(timer)
    if (!isOwed || page.defaultView === null) return // a frame that is gone knows no position
    isOwed = false
    const now = progressNow(page)
    // Finished stays finished while one looks something up in it again.
    const progress = written >= finishedFrom || now >= finishedFrom ? 1 : Math.round(now * 1000) / 1000
    const at = positionNow(blocks).paragraph
    if (progress === written && at === paragraph && !(isLast && isOnItsWay)) return
    written = progress
    paragraph = at
    if (isLast) return setLastProgress(article.id, progress, at)
    isOnItsWay = true
    return setProgress(article.id, progress, at).finally(() => (isOnItsWay = false))
  }
  const owe = (delayMs: number) => {
    isOwed = true
    clearTimeout(timer)
    timer = setTimeout(() => void write(), delayMs)
  }
  if (progressNow(page) === 1 && written < 1) timer = setTimeout(() => owe(0), wholeTextMs)
  const onHide = () => void write()
  const leave = async () => {
    // Of what moved in the last moment no event has come yet.
    isOwed ||= isOnItsWay || page.scrollingElement?.scrollTop !== heardAt
    await write({ isLast: true })
  }
  const onEnd = () => void leave()
  const forget = onLeaving(leave)
  document.addEventListener('visibilitychange', onHide)
  window.addEventListener('pagehide', onEnd)
  return {
    moved() {
      heardAt = page.scrollingElement?.scrollTop
      owe(restMs)
    },
    stop() {
      forget()
      void write()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onEnd)
    },
  }
}
