// The computer sleeps in the middle of a capture and wakes up again.
import { expect, test } from 'playwright/test'
import { startSite } from '../site.ts'
import { launchApp } from './app.ts'
import { roomOf } from './room.ts'

test('a page that was being saved when the computer slept is asked for again when it wakes, and saved', async () => {
  const site = await startSite()
  const app = await launchApp({ allowPrivate: site.hosts() })
  try {
    const path = '/many/3?hold=sleep'
    const asked = () => site.requests.filter((request) => request.path === path).length
    await app.window.evaluate((url) => window.offprint.request('capture.add', [url]), site.url('a', path))
    await site.requested(path)
    await app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend')
      powerMonitor.emit('resume')
    })
    await expect.poll(asked).toBe(2)
    site.release('sleep')
    await expect(roomOf(app.window).row(site.truth('/many/3').title)).toBeVisible()
    expect(asked()).toBe(2)
  } finally {
    await app.close()
    await site.close()
  }
})
