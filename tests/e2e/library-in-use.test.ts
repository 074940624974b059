// The library is open elsewhere: a second start shows the window of the first; where that cannot be asked, it is said who has it. What the window asks then is in
// tests/main/libraryInUse.test.ts: a dialog of the system cannot be pressed.
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, realpathSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { expect, test } from 'playwright/test'
import { readyApp } from '../../build/readyApp.ts'
import { launchApp, newPlaces, runCli } from './app.ts'
import { roomOf } from './room.ts'

test.skip(process.platform === 'win32', 'The lock is a pipe there, which no test can take away from another user.')

/** A process that holds the library and says nothing: stopped, or stuck. */
async function holdSilently(vault: string): Promise<{ path: string; letGo(): Promise<void> }> {
  const mark = createHash('sha256').update(realpathSync(vault)).digest('hex').slice(0, 16)
  const path = `/tmp/offprint-${mark}-0000000000000000-${process.pid}.sock`
  const server: Server = createServer((socket) => void socket.on('error', () => undefined))
  await new Promise<void>((resolve) => server.listen(path, resolve))
  chmodSync(path, 0o777)
  return {
    path,
    async letGo() {
      rmSync(path, { force: true })
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('on the command line it is one line, and the exit code says that nothing was stored', async () => {
  const places = await newPlaces()
  const holder = await holdSilently(places.vault)
  chmodSync(holder.path, 0o000)
  const listed = await runCli(['list'], places)
  await holder.letGo()
  expect(listed.code).toBe(4)
  expect(listed.stderr).toContain('The library is in use by another user of this computer.')
})

test('A2: a process that holds it and does not answer is named by its number', async () => {
  const places = await newPlaces()
  const holder = await holdSilently(places.vault)
  const { user } = await readyApp({ programs: [] })
  if (user !== undefined) chownSync(holder.path, user.uid, user.gid)
  const listed = await runCli(['list'], places)
  await holder.letGo()
  expect(listed.code).toBe(4)
  expect(listed.stderr).toContain(`The library is in use by another program (pid ${process.pid}).`)
})

test('a second start of one’s own brings the window of the first to the front and saves what it was given', async () => {
  const places = await newPlaces()
  const app = await launchApp(places)
  await expect(roomOf(app.window).rows).toHaveCount(1)
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.hide(),
  )
  const isShown = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((one) => one.isVisible()))
  expect(await isShown()).toBe(false)
  const second = await runCli([], { ...places })
  expect(second.code, second.stderr).toBe(0)
  await expect.poll(isShown).toBe(true)
  await app.close()
})
