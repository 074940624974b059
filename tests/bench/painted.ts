// From a key to what it changes on the screen, measured inside the window: the clock starts with the key's own time and stops after the frame
// in which the change is there has been painted.
import type { Page } from 'playwright'

export type Goal =
  /** The article of this title stands in the reader, its text with it. */
  | { readonly kind: 'article'; readonly title: string }
  /** The list of this name stands there with this many articles, the first row drawn. */
  | { readonly kind: 'list'; readonly name: string; readonly count: number }
  /** Something is said that begins so. */
  | { readonly kind: 'said'; readonly words: string }

/** Presses `keys` one after the other and answers the milliseconds from the last to the goal painted. */
export async function keyToPaint(page: Page, keys: readonly string[], goal: Goal): Promise<number> {
  const measuring = await page.evaluateHandle((wanted) => {
    const isThere = () => {
      switch (wanted.kind) {
        case 'article': {
          const frames = [...document.querySelectorAll('iframe')]
          const inside = frames.find((one) => one.contentDocument?.location.pathname === '/reader/')?.contentDocument
          return inside?.querySelector('h1')?.textContent === wanted.title && !!inside.querySelector('.page-text p')
        }
        case 'list': {
          const grid = document.querySelector('[role="grid"]')
          return (
            grid?.getAttribute('aria-label') === wanted.name &&
            grid.getAttribute('aria-rowcount') === String(wanted.count) &&
            grid.querySelector('.row') !== null
          )
        }
        case 'said':
          return document.querySelector('.toaster')?.textContent?.startsWith(wanted.words) ?? false
      }
    }
    let pressed = 0
    const note = (event: KeyboardEvent) => void (pressed = event.timeStamp)
    // The reader's frame has a clock of its own.
    const noteInside = () => void (pressed = performance.now())
    addEventListener('keydown', note, true)
    for (const frame of document.querySelectorAll('iframe'))
      frame.contentDocument?.addEventListener('keydown', noteInside, true)
    const painted = new Promise<number>((resolve, reject) => {
      const began = performance.now()
      const look = () => {
        if (performance.now() - began > 60_000) {
          const said = document.querySelector('.toaster')?.textContent ?? ''
          return reject(new Error(`never there: ${JSON.stringify(wanted)}; what the window says: ${said}`))
        }
        if (pressed === 0 || !isThere()) return requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - pressed)
        port2.postMessage(null) // its turn comes after this frame
      }
      requestAnimationFrame(look)
    })
    return { painted }
  }, goal)
  for (const key of keys) await page.keyboard.press(key)
  return measuring.evaluate(({ painted }) => painted)
}

/** How long the window's thread was held up at most, in tasks of 50 ms and more, from now until `stop`: 0 when none was that long. */
export async function watchLongTasks(page: Page): Promise<{ stop(): Promise<number> }> {
  const watch = await page.evaluateHandle(() => {
    const seen: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry.duration)
    })
    observer.observe({ type: 'longtask' })
    return { seen, observer }
  })
  return {
    stop: () =>
      watch.evaluate(async ({ seen, observer }) => {
        await new Promise((resolve) => setTimeout(resolve, 100)) // entries are told of a little later
        seen.push(...observer.takeRecords().map((entry) => entry.duration))
        observer.disconnect()
        return Math.max(0, ...seen)
      }),
  }
}
