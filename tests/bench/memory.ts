// The memory of all processes of the app together: proportional set size, as Linux counts it.
import { startSite } from '../site.ts'
import { warmPictures } from './warmPictures.ts'
import { launchApp, type App } from '../e2e/app.ts'
import { figureOf, type Bench, type Figure } from './figure.ts'
import { megabytesOf } from './megabytes.ts'

/** Longer than hidden windows are kept for what may come next. */
const idleMs = 15_000

export const memory: Bench = async () => {
  const site = await startSite()
  await warmPictures(site)
  const app = await launchApp({ allowPrivate: site.hosts(), switches: ['--js-flags=--expose-gc'] })
  const figures: Figure[] = []
  const note = (figure: string): number => {
    const megabytes = megabytesOf(app)
    figures.push(figureOf({ bench: 'memory', figure, engine: 'offprint', size: 0, unit: 'MB' }, [megabytes]))
    return megabytes
  }
  try {
    await app.window.getByRole('grid').getByRole('row').first().waitFor()
    note('idle')
    const before = await held(app)
    let saved = 0
    for (const upTo of [50, 200]) {
      const urls = Array.from({ length: upTo - saved }, (_, n) => site.url('a', `/many/${saved + n}`))
      await app.window.evaluate(async (all) => {
        const added = await window.offprint.request('capture.add', all)
        const waiting = new Set(added.ok ? added.value.jobs.map((job) => job.id) : [])
        await new Promise<void>((resolve) => {
          window.offprint.on('capture.changed', (job) => {
            if (job.state.kind === 'saved' || job.state.kind === 'failed') waiting.delete(job.id)
            if (waiting.size === 0) resolve()
          })
        })
      }, urls)
      saved = upTo
      note(`after ${upTo} saves`)
    }
    await new Promise((resolve) => setTimeout(resolve, idleMs)) // idle is what is measured
    note('after 200 saves and idle')
    const left = (await held(app)) - before
    const figure = 'left by 200 saves, without garbage'
    figures.push(figureOf({ bench: 'memory', figure, engine: 'offprint', size: 0, unit: 'MB' }, [left]))
  } finally {
    await app.close()
    await site.close()
  }
  return figures
}

/** What is really held: V8 lets garbage lie in each process, and each worker, while nobody needs the room. */
async function held(app: App): Promise<number> {
  const collect = (): void => (globalThis as { gc?: () => void }).gc?.()
  await app.window.evaluate(collect)
  await Promise.all(app.window.workers().map((worker) => worker.evaluate(collect)))
  await app.electron.evaluate(collect)
  return megabytesOf(app)
}
