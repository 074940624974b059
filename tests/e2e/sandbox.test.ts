// The kernel's word for it: every renderer, those of captured pages included, runs under a system-call filter and without rights.
import { expect, test } from 'playwright/test'
import { startSite } from '../site.ts'
import { launchApp } from './app.ts'
import { processesBelow } from './processes.ts'

test('every renderer process is sandboxed while pages are being captured', async () => {
  const site = await startSite()
  const app = await launchApp({
    allowPrivate: site.hosts(),
    // Neither page comes to an end, so their processes are there to be looked at.
    args: [site.url('a', '/hang/blocking-script'), site.url('b', '/hang/css')],
  })
  try {
    await site.requested('/hang/blocking-script')
    await site.requested('/hang/css')
    await site.requested('/furniture/lazy.js')
    if (process.platform !== 'linux') {
      // There is no /proc to ask; Electron knows on the other systems.
      const metrics = await app.electron.evaluate(({ app: main }) => main.getAppMetrics())
      expect(metrics.filter(({ type }) => type === 'Tab').map(({ sandboxed }) => sandboxed)).not.toContain(false)
      return
    }
    const renderers = processesBelow(app.electron.process().pid!).filter(({ type }) => type === 'renderer')
    expect(renderers.length).toBeGreaterThanOrEqual(3)
    for (const { pid, status } of renderers) {
      expect(status.get('Seccomp'), `process ${pid}`).toBe('2')
      expect(status.get('NoNewPrivs'), `process ${pid}`).toBe('1')
      expect(status.get('CapEff'), `process ${pid}`).toMatch(/^0+$/)
      expect(status.get('Uid')?.split('\t')[0], `process ${pid}`).not.toBe('0')
    }
  } finally {
    site.release('script')
    site.release('css')
    await app.close()
    await site.close()
  }
})
