// What cannot be saved, in the window: each address is typed into the field for links, and the person reads why. Then links from outside,
// a page that asks main for what it may not have, and a window that stops working. One app for all of it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import type { Site } from '../site.ts'
import { launchApp, runCli, type App } from './app.ts'
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
import { roomOf, type Room } from './room.ts'
import { dialogsOf, forgetDialogs, recordDialogs } from './systemDialogs.ts'
import { vaultFiles } from './vaultFiles.ts'

let site: Site
let faults: Awaited<ReturnType<typeof startFaults>>
let app: App
let room: Room
let kept: readonly LinkKept[]

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  faults = await startFaults()
  site = faults.site
  // The one that takes 45 seconds is waited for once, by the command line.
  kept = faults.kept.filter(({ isSlow }) => !isSlow)
  app = await launchApp({
    allowPrivate: [
      ...site.hosts(...leadsHome.map(({ host }) => host), 'guest', 'portal', 'u5', 'xn--ppel-43d'),
      ...kept.map(({ hostPort }) => hostPort),
    ],
  })
  room = roomOf(app.window)
  await expect(room.rows.first()).toBeVisible() // before, nobody listens to keys
  await recordDialogs(app)
})
test.afterAll(async () => {
  await app.close()
  await faults.close()
})

test.beforeEach(() => forgetDialogs(app))

const dialog = () => app.window.getByRole('dialog')
const field = () => dialog().getByRole('textbox')
const openField = async () => {
  await room.press('Control+n')
  await expect(field()).toBeVisible()
}

/** A row for each, then none again. */
async function expectRows(rows: readonly { text: string; host: string; words: string }[]): Promise<void> {
  await openField()
  await field().fill(rows.map(({ text }) => text).join('\n'))
  await field().press('Enter')
  await expect(dialog()).toHaveCount(0)
  for (const { host, words } of rows)
    await expect(room.captures.filter({ hasText: host }).filter({ hasText: words })).toHaveCount(1, { timeout: 60_000 })
  for (const { host } of rows)
    await room.captures.filter({ hasText: host }).first().getByRole('button', { name: 'Remove' }).click()
  await expect(room.captures).toHaveCount(0)
}

test('U1: the field with nothing in it', async () => {
  await openField()
  await field().press('Enter')
  await expect(dialog()).toContainText('Enter a web address.')
  await field().fill('   ')
  await field().press('Enter')
  await expect(dialog()).toContainText('Enter a web address.')
})

test('U3, U4, U9, U10: what is no address stays in the field, with the reason', async () => {
  test.setTimeout(120_000)
  for (const { title, text, words } of refused) {
    await field().fill(text)
    await field().press('Enter')
    await expect(dialog().getByRole('alert'), title).toHaveText(words)
    await expect(field(), title).toHaveValue(text)
  }
  await expect(room.captures).toHaveCount(0)
})

test('U10: ten thousand pasted lines are asked about, with their count', async () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `https://a.example/${n}`).join('\n')
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), lines)
  for (const isFieldOpen of [true, false]) {
    if (isFieldOpen) await field().fill('')
    await room.press('Control+v')
    await expect(dialog().filter({ hasText: '10,000 links' })).toBeVisible({ timeout: 30_000 })
    while ((await dialog().count()) > 0) await room.press('Escape')
    await expect(room.captures).toHaveCount(0)
  }
})

test('U6, U7: an address of the own network is not opened; what may be allowed has a button for it', async () => {
  test.setTimeout(180_000)
  const before = site.requests.length
  for (const { title, text, mayBeAllowed } of policy) {
    await openField()
    await field().fill(text)
    await field().press('Enter')
    if (!mayBeAllowed) {
      await expect(dialog().getByRole('alert'), title).toHaveText(privateWords)
      await room.press('Escape')
      continue
    }
    await expect(dialog()).toHaveCount(0)
    await expect(room.captures, title).toContainText(privateWords)
    await expect(room.captures.getByRole('button', { name: 'Allow this host' }), title).toBeVisible()
    await room.captures.getByRole('button', { name: 'Remove' }).click()
    await expect(room.captures).toHaveCount(0)
  }
  expect(site.canary.connections()).toBe(0)
  expect(site.requests.length).toBe(before)
})

for (let at = 0; at < faultTitles.length; at += 5)
  test(`H2, H3, H5, H6, H7, H9, H10, H11, H12, H13, D2: links that cannot be had keep their row and say why (${at / 5 + 1})`, async () => {
    test.setTimeout(120_000)
    await expectRows(kept.slice(at, at + 5))
  })

test('U2, H1: a host without a secure address and a name that nobody has are named in their rows', async () => {
  test.setTimeout(120_000)
  await expectRows([nowhere, ...kept.filter(({ title }) => title.startsWith('U2'))])
})

test('H4: an address that leads to the own computer or to a file says why it was not opened, and offers nothing that would open it', async () => {
  test.setTimeout(120_000)
  await openField()
  await field().fill(leadsHome.map(({ host, path }) => site.url(host, path)).join('\n'))
  await field().press('Enter')
  for (const { host } of leadsHome)
    await expect(room.captures.filter({ hasText: host }).filter({ hasText: privateWords })).toHaveCount(1, {
      timeout: 60_000,
    })
  await expect(room.captures.getByRole('button', { name: 'Allow this host' })).toHaveCount(0)
  expect(site.canary.connections()).toBe(0)
  expect(blobsIn(app)).toEqual([])
  for (let left = leadsHome.length; left > 0; left--) {
    await room.captures.first().getByRole('button', { name: 'Remove' }).click()
    await expect(room.captures).toHaveCount(left - 1)
  }
})

test('U5: a link that is not saved says, too, that the sign-in details in it were removed', async () => {
  await expectRows([
    {
      text: site.url('u5', '/status/404').replace('://', '://user:secret@'),
      host: 'u5.localhost',
      words: 'The site answered 404 Not Found. Sign-in details were removed from the address.',
    },
  ])
})

test('U8: a public name that leads to the own computer is not opened, and nobody there hears of it', async () => {
  // No name that we do not own leads there: the resolver of the app is told one.
  await app.electron.evaluate(() => {
    const dns = process.getBuiltinModule?.('node:dns/promises') ?? process.mainModule?.require('node:dns/promises')
    const { lookup } = dns
    Object.assign(dns, {
      lookup: (host: string, options: { all: true }) =>
        host.endsWith('.example') ? Promise.resolve([{ address: '127.0.0.1', family: 4 }]) : lookup(host, options),
    })
  })
  const before = site.requests.length
  await openField()
  await field().fill(`http://rebound.example:${site.canary.port}/`)
  await field().press('Enter')
  await expect(room.captures).toContainText(privateWords)
  await expect(room.captures).toContainText('rebound.example')
  expect(site.canary.connections()).toBe(0)
  expect(site.requests.length).toBe(before)
  await room.captures.getByRole('button', { name: 'Remove' }).click()
  await expect(room.captures).toHaveCount(0)
})

test('U11: a name that only looks like another one shows what it is while it is saved, and when it is not saved', async () => {
  const look = site.url('xn--ppel-43d', '/status/410?hold=u11').replace('xn--ppel-43d', '\u0430ppel')
  await openField()
  await field().fill(look)
  await field().press('Enter')
  await expect(room.captures.getByRole('status')).toContainText('\u0430ppel.localhost (xn--ppel-43d.localhost)')
  site.release('u11')
  await expect(room.captures).toContainText('410 Gone', { timeout: 30_000 })
  await expect(room.captures.getByRole('heading')).toContainText('\u0430ppel.localhost (xn--ppel-43d.localhost)')
  await room.captures.getByRole('button', { name: 'Remove' }).click()
  await expect(room.captures).toHaveCount(0)
})

test('G10: the page of a network that wants a sign-in first is not kept, and the link waits in its row', async () => {
  const words = 'You are offline. The link is queued.'
  for (const path of ['/bad/guest', '/bad/story', '/status/511'])
    await expectRows([{ text: site.url('guest', path), host: 'guest.localhost', words }])
  expect(blobsIn(app)).toEqual([])
})

test.describe('links from outside', () => {
  /** A second start, as a browser makes it for a link. */
  const follow = async (...words: readonly string[]) => {
    const end = await runCli(words, {
      vault: app.vault,
      profile: app.profile,
    })
    expect(end.code, end.stderr).toBe(0)
  }

  test('K1: a link that cannot be used says so, and the window comes to the front', async () => {
    const tooLong = `offprint://save?url=https%3A%2F%2Fa.example%2F${'a'.repeat(100_000)}`
    await follow(
      'offprint://save',
      'offprint://save?url=https://a.example&url=https://b.example',
      'offprint://steal?url=x',
      tooLong,
    )
    // Four of them in one start are one message.
    await expect.poll(() => dialogsOf(app)).toEqual(['error: This link cannot be used. [Close]'])
    await expect(room.captures).toHaveCount(0)
  })
  test('K2: a link to a file or to the own network says why not', async () => {
    await follow('offprint://save?url=file%3A%2F%2F%2Fetc%2Fpasswd', 'offprint://save?url=http%3A%2F%2F192.168.0.1%2F')
    await expect
      .poll(() => dialogsOf(app))
      .toEqual(['error: Only http and https pages can be saved. [Close]', `error: ${privateWords} [Close]`])
  })
  test('K4: what looks like a switch within a link is one address', async () => {
    await follow('offprint://save?url=https%3A%2F%2Fa.example%2F%20--inspect%20%22%0A%00')
    await expect.poll(() => dialogsOf(app)).toEqual(['question: Save a.example?'])
    expect(await app.electron.evaluate(({ app: own }) => own.commandLine.hasSwitch('inspect-brk-node'))).toBe(false)
    await expect(room.captures).toHaveCount(0)
  })
  test('G8: a second start shows the first one’s window and gives it the address', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    await follow(site.url('a', '/many/41'))
    await expect(room.row(site.truth('/many/41').title)).toBeVisible({ timeout: 30_000 })
  })
})

test('B2: a string of 200 MB, a circle, and ten thousand calls are refused while main goes on answering', async () => {
  test.setTimeout(120_000)
  await app.electron.evaluate(() => {
    const gaps = { longest: 0, timer: setInterval(() => undefined, 1_000_000) }
    let last = performance.now()
    clearInterval(gaps.timer)
    gaps.timer = setInterval(() => {
      gaps.longest = Math.max(gaps.longest, performance.now() - last)
      last = performance.now()
    }, 10)
    Object.assign(globalThis, { gaps })
  })
  const outcome = await app.window.evaluate(async () => {
    const { offprint } = window as unknown as {
      offprint: { request(name: string, ...args: unknown[]): Promise<{ ok: boolean }> }
    }
    const refusedWith = (...args: [string, ...unknown[]]) =>
      Promise.resolve()
        .then(() => offprint.request(...args))
        .then(
          ({ ok }) => !ok,
          () => true,
        )
    const circle: unknown[] = []
    circle.push(circle)
    const long = await refusedWith('capture.add', ['x'.repeat(200_000_000)])
    const round = await refusedWith('capture.add', circle)
    const many = await Promise.all(Array.from({ length: 10_000 }, () => refusedWith('capture.jobs')))
    return { long, round, refusedOfMany: many.filter(Boolean).length }
  })
  const longestGapMs = await app.electron.evaluate(() => {
    const { gaps } = globalThis as unknown as { gaps: { longest: number; timer: NodeJS.Timeout } }
    clearInterval(gaps.timer)
    return gaps.longest
  })
  console.log(
    `main was silent for ${longestGapMs.toFixed(0)} ms at most; ${outcome.refusedOfMany} of 10,000 calls were refused`,
  )
  expect(outcome).toMatchObject({ long: true, round: true })
  expect(outcome.refusedOfMany).toBeGreaterThan(3_000)
  // Main would have logged what reached it.
  const log = join(app.profile, 'offprint.log')
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain('refused capture.add')
})

// The last one: Playwright lets go of a page that has crashed.
test('B3: a window that crashes says so and is shown anew, with everything in it; a note that was being written is kept', async () => {
  test.setTimeout(120_000)
  await room.rows.first().click()
  await expect(app.window.getByRole('toolbar', { name: 'Article' })).toBeVisible()
  await room.press('m')
  const note = app.window.getByRole('textbox', { name: 'Note on this article' })
  await note.fill('Half a sent')
  await expect.poll(() => draftsIn(app)).toEqual(['Half a sent'])
  expect(notesIn(app)).toEqual([])
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.webContents.getURL().startsWith('app://offprint/'))!
      .webContents.forcefullyCrashRenderer(),
  )
  await expect
    .poll(() => dialogsOf(app))
    .toEqual(['error: The window stopped working. Nothing was lost. [Reopen, Quit]'])
  await expect
    .poll(
      () =>
        app.electron.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()
            .find((one) => one.webContents.getURL().startsWith('app://offprint/'))!
            .webContents.executeJavaScript("document.querySelectorAll('[role=row][id^=row-]').length")
            .catch(() => 0),
        ),
      { timeout: 30_000 },
    )
    .toBeGreaterThanOrEqual(2)
  await expect.poll(() => notesIn(app), { timeout: 30_000 }).toEqual(['Half a sent'])
})

const blobsIn = ({ vault }: App) => vaultFiles(vault).filter(({ kind }) => kind === 'blob')

/** What the window holds of notes that are not in the vault yet. */
function draftsIn({ window }: App): Promise<string[]> {
  return window.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('offprint-drafts')
        opening.onerror = () => reject(new Error('no drafts'))
        opening.onsuccess = () => {
          const { result: database } = opening
          const all = database.transaction('drafts').objectStore('drafts').getAll()
          all.onsuccess = () => {
            database.close()
            resolve((all.result as { text: string }[]).map(({ text }) => text))
          }
        }
      }),
  )
}

/** The notes in the vault, as they were written there. */
function notesIn({ vault }: App): string[] {
  return vaultFiles(vault)
    .filter(({ kind }) => kind === 'acts')
    .flatMap(({ path }) => readFileSync(join(vault, path), 'utf8').split('\n'))
    .filter((line) => line.includes('"act":"noted"'))
    .map((line) => (JSON.parse(line) as { note: string }).note)
}
