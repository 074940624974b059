// Does the window answer while pages are saved? A key every 50 ms through all of it, each from its press to the next frame painted.
import type { Page } from 'playwright'
import { startSite } from '../site.ts'
import { launchApp } from '../e2e/app.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'
import { filledLibraryOf } from './library.ts'

const everyMs = 50
const captures = 24

export const answer: Bench = async (sizes) => {
  const site = await startSite()
  const figures: Figure[] = []
  try {
    for (const size of sizes) {
      const app = await launchApp({ ...(await filledLibraryOf(size)), allowPrivate: site.hosts() })
      try {
        await app.window.getByRole('grid').getByRole('row').first().waitFor()
        const urls = Array.from({ length: captures }, (_, n) =>
          site.url('abcd'[n % 4] ?? 'a', n % 6 === 0 ? `/app/night-train?n=${n}` : `/many/${n}`),
        )
        const measured = await measure(app.window, urls)
        figures.push(
          figureOf(
            { bench: 'answer', figure: 'key to paint during captures', engine: 'offprint', size, unit: 'ms' },
            measured,
          ),
        )
      } finally {
        await app.close()
      }
    }
  } finally {
    await site.close()
  }
  return figures
}

async function measure(page: Page, urls: readonly string[]): Promise<readonly number[]> {
  const handle = await page.evaluateHandle(async (all) => {
    const answers: number[] = []
    addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => answers.push(performance.now() - event.timeStamp)
          port2.postMessage(null)
        })
      },
      true,
    )
    const added = await window.offprint.request('capture.add', [...all])
    const waiting = new Set(added.ok ? added.value.jobs.map((job) => job.id) : [])
    window.offprint.on('capture.changed', (job) => {
      if (job.state.kind === 'saved' || job.state.kind === 'failed') waiting.delete(job.id)
    })
    window.offprint.on('capture.removed', (id) => void waiting.delete(id))
    // Those that were saved before we listened.
    const left = await window.offprint.request('capture.jobs')
    if (left.ok) for (const id of waiting) if (!left.value.some((job) => job.id === id)) waiting.delete(id)
    return { answers, waiting }
  }, urls)
  let pressed = 0
  const presses: Promise<void>[] = []
  const pressing = setInterval(() => {
    presses.push(page.keyboard.press(pressed % 20 < 10 ? 'j' : 'k'))
    pressed += 1
  }, everyMs)
  try {
    await until(() => handle.evaluate((state) => state.waiting.size === 0))
  } finally {
    clearInterval(pressing)
  }
  await Promise.all(presses)
  await until(() => handle.evaluate((state, count) => state.answers.length >= count, pressed))
  return handle.evaluate((state) => state.answers)
}

/** Asked from outside: the window's policy lets nothing be evaluated inside it. */
async function until(isTrue: () => Promise<boolean>) {
  const began = performance.now()
  while (!(await isTrue())) {
    if (performance.now() - began > 180_000) throw new Error('The captures did not end.')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
