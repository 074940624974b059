// From the link to durable: one page after the other, through the window's own request, on the local site.
import { startSite } from '../site.ts'
import { warmPictures } from './warmPictures.ts'
import { launchApp } from '../e2e/app.ts'
import { savedInWindow } from '../e2e/savedInWindow.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'

const pages = 30

export const save: Bench = async () => {
  const site = await startSite()
  await warmPictures(site)
  const app = await launchApp({ allowPrivate: site.hosts() })
  const figures: Figure[] = []
  try {
    for (const [figure, paths] of [
      ['static page, link to durable', Array.from({ length: pages }, (_, n) => `/many/${n}`)],
      ['script-made page, link to durable', Array.from({ length: 5 }, (_, n) => `/app/night-train?n=${n}`)],
    ] as const) {
      const measured: number[] = []
      for (const path of paths) measured.push(await app.window.evaluate(savedInWindow, site.url('a', path)))
      figures.push(figureOf({ bench: 'save', figure, engine: 'offprint', size: 0, unit: 'ms' }, measured))
    }
  } finally {
    await app.close()
    await site.close()
  }
  return figures
}
