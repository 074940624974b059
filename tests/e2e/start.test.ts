// What stands between the person's command and the app: displays, users, signals, and the built files themselves.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { inRepository } from '../../build/repository.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, startByNpm, type Places, type RunningCommand } from './app.ts'
import { processesBelow } from './processes.ts'

let site: Site

test.beforeAll(async () => {
  site = await startSite()
})
test.afterAll(() => site.close())

/** A save that waits for an answer which does not come. */
async function hangingSave(): Promise<RunningCommand & { readonly places: Places }> {
  const places = await newPlaces()
  const path = '/many/3?hold=start'
  const before = site.requests.length
  const running = startByNpm(['save', site.url('a', path)], { ...places, allowPrivate: site.hosts() })
  await expect.poll(() => site.requests.slice(before).some((request) => request.path === path)).toBe(true)
  return { ...running, places }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false // gone
  }
}

test('without a display the window says so and ends with 2', async () => {
  const { code, stdout, stderr } = await startByNpm([], { env: { DISPLAY: undefined, WAYLAND_DISPLAY: undefined } }).end

  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('no display')
})

test('a display that has gone counts as none', async () => {
  const { code, stderr } = await startByNpm([], { env: { DISPLAY: ':4711', WAYLAND_DISPLAY: undefined } }).end

  expect(code).toBe(2)
  expect(stderr).toContain('no display')
})

test.describe('on Linux', () => {
  test.skip(process.platform !== 'linux', 'The processes are read from /proc.')

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    test(`a command that gets ${signal} ends with ${code} and leaves no process behind`, async () => {
      const { process: child, end } = await hangingSave()
      const pids = processesBelow(child.pid!).map(({ pid }) => pid)

      child.kill(signal)

      expect((await end).code).toBe(code)
      await expect.poll(() => pids.filter(isAlive)).toEqual([])
    })
  }

  test('a command that is killed leaves neither the app nor its display behind', async () => {
    const { process: child } = await hangingSave()
    const pids = processesBelow(child.pid!).map(({ pid }) => pid)
    expect(pids.length).toBeGreaterThan(3)

    child.kill('SIGKILL') // it alone, not its group

    await expect.poll(() => pids.filter(isAlive), { timeout: 15_000 }).toEqual([])
  })

  test('no process of the app runs as root', async () => {
    const { process: child, end } = await hangingSave()
    const app = processesBelow(child.pid!).filter(({ status }) => status.get('Name') === 'electron')
    child.kill('SIGTERM')
    await end

    expect(app.length).toBeGreaterThan(3)
    for (const { status } of app) expect(status.get('Uid')?.split('\t')).not.toContain('0')
  })
})

test('the built pages hold no script of their own and load nothing from elsewhere', () => {
  for (const name of ['index.html', 'extract.html']) {
    const page = readFileSync(inRepository('out', 'renderer', name), 'utf8')

    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/)[^>]*>/)
    expect(page).not.toMatch(/\son\w+=|(src|href)="(?!\/)/)
  }
})

test('the built main and preload need nothing but Electron and Node', () => {
  const files = ['main', 'preload'].flatMap((folder) =>
    readdirSync(inRepository('out', folder))
      .filter((name) => !name.endsWith('.png')) // the pictures of the tray
      .map((name) => inRepository(join('out', folder, name))),
  )
  expect(files).toHaveLength(3)
  const known = new Set(['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)])
  for (const file of files) {
    const needed = [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1] ?? '')
    expect(needed).toContain('electron')
    expect(needed.filter((name) => !known.has(name))).toEqual([])
  }
})
