// A PDF address is kept as the PDF itself, found by its words, and opened in the app without the network.
import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { pdf } from '../site/pdf.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type App, type Places } from './app.ts'
import { articlesOf, hitsOf } from './jsonLines.ts'
import { roomOf } from './room.ts'
import { vaultFiles, versionRecords } from './vaultFiles.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let places: Places
let app: App | undefined

test.beforeAll(async () => {
  site = await startSite({
    routes: {
      '/long.pdf': () => ({ headers: { 'content-type': 'application/pdf' }, body: pdf('Tide tables', sentences) }),
      '/locked.pdf': () => ({ headers: { 'content-type': 'application/pdf' }, body: lockedPdf }),
      '/broken.pdf': () => ({
        headers: { 'content-type': 'application/pdf' },
        body: '%PDF-1.4 and then the disk was full',
      }),
    },
  })
  places = await newPlaces()
})
test.afterAll(async () => {
  await app?.close()
  await site.close()
})

/** A page each. */
const sentences = Array.from(
  { length: 12 },
  (_, n) => `On sheet ${n + 1} the harbour master wrote a depth of ${n + 3} feet.`,
)

/** Encrypted by a key that nobody has: what stands in the trailer is enough to be asked for it. */
const lockedPdf = Buffer.from(
  Buffer.from(pdf('Locked', 'Never seen.'))
    .toString('latin1')
    .replace(
      '/Info 4 0 R',
      `/Info 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> /P -4 >>`,
    ),
  'latin1',
)

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })

test('a PDF is kept as it came, with its title, author and words; the command line says where it lies', async () => {
  const saved = await run('save', site.url('a', '/report.pdf'), site.url('a', '/long.pdf'), '--json')
  expect(saved.code, saved.stderr).toBe(0)
  const entries = articlesOf(saved)
  const report = entries.find(({ title }) => title === 'The harbour report')
  expect(report).toMatchObject({ byline: 'The Skerrow Courier', verdict: 'complete' })
  const shown = await run('show', report!.id, '--page')
  expect(shown.code, shown.stderr).toBe(0)
  expect(readFileSync(shown.stdout.trim())).toEqual(Buffer.from(pdf('The harbour report', 'Eleven votes to nine.')))
  expect((await run('show', report!.id, '--text')).stdout).toContain('Eleven votes to nine.')
  expect(hitsOf(await run('search', '"depth of 9 feet"', '--json')).map(({ title }) => title)).toEqual(['Tide tables'])
  const records = versionRecords(places.vault).filter(({ files }) => files.pdf !== undefined)
  const kept = records.map(({ title, pages, thumbnail }) => `${title}, ${pages}, ${typeof thumbnail}`)
  expect.soft(kept.sort()).toEqual(['The harbour report, 1, string', 'Tide tables, 12, string'])
  expect(vaultFiles(places.vault).filter(({ kind }) => kind === 'pdf')).toHaveLength(2)
  expect((await run('verify')).code).toBe(0)
})

test('one that is locked is kept and said to be; one that is damaged is refused', async () => {
  const locked = await run('save', site.url('a', '/locked.pdf'), '--json')
  expect(locked.code, locked.stderr).toBe(0)
  expect(articlesOf(locked)[0]).toMatchObject({ title: 'locked', verdict: 'partial', words: 0 })
  expect(locked.stderr).toContain('The PDF is locked with a password; its text cannot be read.')
  const broken = await run('save', site.url('a', '/broken.pdf'))
  expect(broken.code).toBe(3)
  expect(broken.stderr).toContain('The page data is damaged.')
})

test('it is read, searched and enlarged in the app, without a request', async () => {
  await site.stop()
  app = await launchApp({ ...places, allowPrivate: site.hosts() })
  const { window } = app
  const room = roomOf(window)
  await room.row('Tide tables').click()
  const pane = window.getByRole('document', { name: 'PDF: Tide tables' })
  await expect(pane.getByRole('group', { name: 'Page 1', exact: true })).toContainText('sheet 1 the harbour master')
  await expect(window.getByRole('status').filter({ hasText: '1 of 12' })).toBeVisible()
  const inked = () =>
    pane
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        return data.some((value, n) => n % 4 === 0 && value < 100)
      })
  await expect.poll(inked).toBe(true)

  await room.press('Control+f')
  await window.getByRole('textbox', { name: 'Find in this article' }).fill('depth of 11 feet')
  await expect(pane.getByRole('group', { name: 'Page 9', exact: true })).toContainText('depth of 11 feet')
  await expect(window.getByRole('search').getByRole('status')).toHaveText('1 of 1')
  await expect(window.getByRole('status').filter({ hasText: '9 of 12' })).toBeVisible()
  await room.press('Escape')

  const widthOf = () =>
    pane
      .locator('.pdf-page')
      .first()
      .evaluate((page) => page.clientWidth)
  const before = await widthOf()
  await pane.focus()
  await room.press('+')
  await expect.poll(widthOf).toBeGreaterThan(before)

  await room.row('locked').click()
  await expect(window.getByText('This PDF is locked with a password.')).toBeVisible()
  await window.getByRole('tab', { name: 'Article' }).click()
  await room.row('The harbour report').click()
  await expect(window.getByRole('document', { name: 'PDF: The harbour report' })).toContainText('Eleven votes')
  expect(site.requests.every(({ path }) => path.endsWith('.pdf'))).toBe(true)
})
