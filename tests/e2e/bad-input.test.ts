// What cannot be saved, through the command line: the words on standard error, the exit code, and nothing else changed. One command for each exit code.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type App, type CommandEnd, type Places } from './app.ts'
import {
  faultTitles,
  leadsHome,
  nowhere,
  policy,
  privateWords,
  refused,
  startFaults,
  type LinkKept,
} from './badAddresses.ts'
import { roomOf } from './room.ts'
import { vaultFiles } from './vaultFiles.ts'

let site: Site
let faults: Awaited<ReturnType<typeof startFaults>>
let places: Places

test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  faults = await startFaults()
  site = faults.site
  places = await newPlaces()
})
test.afterAll(async () => {
  await faults.close()
})

const lines = ({ stderr }: CommandEnd) => stderr.split('\n')
/** Articles, pictures and what is still to do; the mark and the welcome of a new vault lie there anyway. */
const stored = () =>
  vaultFiles(places.vault).filter(({ path, kind }) => kind === 'blob' || path.startsWith('inbox/')).length

test.describe('what is no address ends with 2', () => {
  let end: CommandEnd
  test.beforeAll(async () => {
    end = await runCli(['save', '', '  ', ...refused.map(({ text }) => text)], places)
  })

  test('nothing is added', () => {
    expect([end.code, end.stdout]).toEqual([2, ''])
    expect(stored()).toBe(0)
  })
  test('U1: nothing at all, or spaces only', () => {
    expect(lines(end).filter((line) => line === ': Enter a web address.')).toHaveLength(2)
  })
  for (const { title, text, words } of refused)
    test(title, () => {
      const said = lines(end).filter((line) => line.startsWith(text.length > 70 ? text.slice(0, 70) : `${text}: `))
      expect(said).toHaveLength(1)
      expect(said[0]).toContain(`: ${words}`)
    })
})

test.describe('what lies on the own computer or network ends with 5', () => {
  let end: CommandEnd
  test.beforeAll(async () => {
    end = await runCli(['save', ...policy.map(({ text }) => text), `http://127.0.0.1:${site.canary.port}/`], places)
  })

  test('nothing is opened and nothing is kept', () => {
    expect([end.code, end.stdout]).toEqual([5, ''])
    expect(site.canary.connections()).toBe(0)
    expect(stored()).toBe(0)
  })
  for (const { title, text, mayBeAllowed } of policy)
    test(title, () => {
      // What may be allowed waits under its host for that; the rest is no job at all.
      expect(lines(end)).toContain(
        `${mayBeAllowed ? new URL(text).hostname.replace(/\.$/, '') : text}: ${privateWords}`,
      )
    })
})

test.describe('what leads to the own computer ends with 5', () => {
  let end: CommandEnd
  const hosts = leadsHome.map(({ host }) => host)
  test.beforeAll(async () => {
    test.setTimeout(120_000)
    end = await runCli(['save', ...leadsHome.map(({ host, path }) => site.url(host, path))], {
      ...places,
      allowPrivate: site.hosts(...hosts),
    })
  })

  test('nothing of it is stored', () => {
    expect([end.code, end.stdout]).toEqual([5, ''])
    expect(site.canary.connections()).toBe(0)
    expect(stored()).toBe(0)
  })
  test('H4: a redirect, whether the server, the markup or a script makes it', () => {
    for (const host of hosts.slice(0, 3)) expect.soft(lines(end)).toContain(`${host}.localhost: ${privateWords}`)
  })
  test('H4: a redirect to a file', () => {
    expect(lines(end)).toContain(`${hosts[3]}.localhost: ${privateWords}`)
  })
})

test('G10: the page of a network that wants a sign-in first is not kept, and the link waits', async () => {
  const own = await newPlaces()
  const paths = ['/bad/guest', '/bad/story', '/status/511']
  const end = await runCli(['save', ...paths.map((path) => site.url('guest', path))], {
    ...own,
    allowPrivate: site.hosts('guest', 'portal'),
  })
  expect([end.code, end.stdout], end.stderr).toEqual([3, ''])
  expect(lines(end).filter((line) => line === 'guest.localhost: You are offline. The link is queued.')).toHaveLength(
    paths.length,
  )
  expect(vaultFiles(own.vault).filter(({ path }) => path.startsWith('inbox/'))).toHaveLength(paths.length)
})

/** Milliseconds from adding the link until its capture has failed, as the window hears of it. */
function addAndWait(app: App, url: string): Promise<number> {
  return app.window.evaluate(async (address) => {
    const start = performance.now()
    await window.offprint.request('capture.add', [address])
    await new Promise<void>((resolve) => {
      window.offprint.on('capture.changed', ({ state }) => {
        if (state.kind === 'failed') resolve()
      })
    })
    return performance.now() - start
  }, url)
}

test.describe('what cannot be had ends with 3 and keeps the link', () => {
  let end: CommandEnd
  let tookMs: number
  let all: readonly LinkKept[]
  let other: App
  let windowGaveUpMs: Promise<number>
  test.beforeAll(async () => {
    test.setTimeout(300_000)
    all = faults.kept
    const slow = all.find(({ isSlow }) => isSlow)!
    other = await launchApp({ allowPrivate: [slow.hostPort] })
    windowGaveUpMs = addAndWait(other, slow.text)
    const start = performance.now()
    end = await runCli(['save', nowhere.text, ...all.map(({ text }) => text)], {
      ...places,
      allowPrivate: all.map(({ hostPort }) => hostPort),
    })
    tookMs = performance.now() - start
  })
  test.afterAll(() => other.close())

  test('no article comes of it', () => {
    expect([end.code, end.stdout], end.stderr).toEqual([3, ''])
    expect(vaultFiles(places.vault).filter(({ kind }) => kind === 'blob')).toEqual([])
  })
  test('the links wait in the vault, to be tried again', () => {
    expect(vaultFiles(places.vault).filter(({ path }) => path.startsWith('inbox/'))).toHaveLength(all.length + 1)
    expect(lines(end).filter((line) => line.includes('The link is kept; it can be tried again.'))).toHaveLength(
      all.length + 1,
    )
  })
  test('H1: a name that nobody has', () => {
    expect(lines(end)).toContain(`${nowhere.host}: ${nowhere.words}`)
  })
  for (const [n, title] of faultTitles.entries())
    test(title, () => {
      const { host, words } = all[n]!
      const said = lines(end).filter((line) => line.startsWith(`${host}: `))
      expect(said.at(-1)).toBe(`${host}: ${words}`)
    })
  test('H8: the time limit holds, while others are tried beside it', () => {
    expect(tookMs).toBeGreaterThan(45_000)
  })
  test('H8: the window gives the page up in time, and its row says why', async () => {
    const ms = await windowGaveUpMs
    expect(ms).toBeGreaterThan(44_000)
    expect(ms).toBeLessThan(47_000)
    const { host, words } = all.find(({ isSlow }) => isSlow)!
    await expect(roomOf(other.window).captures.filter({ hasText: host })).toContainText(words)
  })
  test('H11: nothing of an attachment is written', () => {
    expect(vaultFiles(places.vault).filter(({ path }) => /evil|\.sh$/.test(path))).toEqual([])
    expect(existsSync('/tmp/evil.sh')).toBe(false)
  })
  test('standard error and the log name hosts, and no path or query of them', () => {
    const file = join(places.profile, 'offprint.log')
    const log = existsSync(file) ? readFileSync(file, 'utf8') : ''
    for (const text of [end.stderr, log]) expect(text).not.toMatch(/left=25|megabytes=|first-byte/)
  })
})
