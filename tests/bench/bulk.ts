// A long list of links: static pages with a style sheet and a picture each, on many hosts of the local site, from the list to all of them durable.
import { startSite } from '../site.ts'
import { warmPictures } from './warmPictures.ts'
import { launchApp } from '../e2e/app.ts'
import { figureOf, timed, type Bench } from './figure.ts'

const pages = 200
const hosts = Array.from({ length: 20 }, (_, n) => `h${n}`)

export const bulk: Bench = async () => {
  const site = await startSite()
  await warmPictures(site)
  const app = await launchApp({ allowPrivate: site.hosts(...hosts) })
  try {
    const urls = Array.from({ length: pages }, (_, n) => site.url(hosts[n % hosts.length] ?? 'a', `/many/${n}`))
    const ms = await timed(() => app.window.evaluate(savedAll, urls))
    const about = { bench: 'bulk', engine: 'offprint', size: 0, unit: 'articles/s' } as const
    return [figureOf({ ...about, figure: 'long list of static pages, all durable' }, [(pages / ms) * 1000])]
  } finally {
    await app.close()
    await site.close()
  }
}

/** Runs in the app window. */
async function savedAll(urls: readonly string[]): Promise<void> {
  const ended = new Map<string, string>()
  let check: () => void = () => undefined
  window.offprint.on('capture.changed', (job) => {
    if (job.state.kind === 'saved' || job.state.kind === 'failed') ended.set(job.id, job.state.kind)
    check()
  })
  const added = await window.offprint.request('capture.add', [...urls])
  const ids = added.ok ? added.value.jobs.map(({ id }) => id) : []
  await new Promise<void>((resolve) => {
    check = () => ids.every((id) => ended.has(id)) && resolve()
    check()
  })
  const failed = ids.filter((id) => ended.get(id) === 'failed').length
  if (failed > 0) throw new Error(`${failed} pages were not saved`)
}
