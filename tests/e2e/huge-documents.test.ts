// Documents that would fill the memory or keep a processor busy for minutes: what they cost the whole app, all its processes together.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { faultPages } from './badAddresses.ts'
import { oddPages } from './oddPages.ts'

const mostBytes = 2_000_000_000
/** The row allows ten seconds on a machine that has nothing else to do; only the long rounds run on one. */
const mostMs = process.env['OFFPRINT_SOAK'] === '1' ? 10_000 : 30_000

let site: Site
let app: App

test.describe.configure({ mode: 'serial' })

const pages = [
  { title: 'D2: 100,000 elements in each other', path: '/deep', outcome: 'too-complex' },
  { title: 'D2: two million elements', path: '/bad/many-elements', outcome: 'too-complex' },
  { title: 'H9: 1 GB', path: '/huge?megabytes=1000', outcome: 'too-large' },
  { title: 'H9: without end', path: '/slow/endless', outcome: 'too-large' },
  { title: 'H10: a gzip bomb', path: '/bomb/gzip?megabytes=500', outcome: 'expands-too-much' },
  {
    title: 'I2: a picture of 30,000 by 30,000 and a film of 10,000 frames',
    path: '/odd/huge-images',
    outcome: 'saved',
  },
] as const

test.beforeAll(async () => {
  site = await startSite({ routes: { ...faultPages, ...oddPages } })
  app = await launchApp({ allowPrivate: site.hosts(...pages.map((_page, n) => `huge-${n}`)) })
  await app.electron.evaluate(({ app: own }) => {
    const peak = { bytes: 0 }
    Object.assign(globalThis, { peak })
    setInterval(() => {
      const kilobytes = own.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0)
      peak.bytes = Math.max(peak.bytes, kilobytes * 1024)
    }, 50)
  })
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

/** The most that all processes together have taken up since the last time; what they share counts in each. */
const peakBytes = () =>
  app.electron.evaluate(() => {
    const { peak } = globalThis as unknown as { peak: { bytes: number } }
    const { bytes } = peak
    peak.bytes = 0
    return bytes
  })

for (const [n, { title, path, outcome }] of pages.entries())
  test(title, async () => {
    test.setTimeout(120_000)
    await peakBytes()
    const { end, ms } = await app.window.evaluate(
      async (url) => {
        const before = performance.now()
        const added = await window.offprint.request('capture.add', [url])
        const id = added.ok ? added.value.jobs[0]?.id : undefined
        const end = await new Promise<string>((resolve) => {
          window.offprint.on('capture.changed', (job) => {
            if (job.id !== id) return
            if (job.state.kind === 'saved') resolve('saved')
            if (job.state.kind === 'failed') resolve(job.state.failure.code)
          })
        })
        return { end, ms: performance.now() - before }
      },
      site.url(`huge-${n}`, path),
    )
    const bytes = await peakBytes()
    console.log(`${title}: ${(ms / 1_000).toFixed(1)} s, ${Math.round(bytes / 1_000_000)} MB at most`)
    expect(end).toBe(outcome)
    expect(bytes).toBeGreaterThan(100_000_000)
    expect(bytes).toBeLessThan(mostBytes)
    if (title.startsWith('D2')) expect(ms).toBeLessThan(mostMs)
  })
