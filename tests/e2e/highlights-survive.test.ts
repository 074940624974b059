// Highlights belong to the words: they stand there in another type, in a text that was read again, in an edition that was saved again; one whose words
// have gone is listed, never dropped.
import { expect, test } from 'playwright/test'
import { html } from '../site/answer.ts'
import { startSite, type Site } from '../site.ts'
import { launchApp, newPlaces, runCli, type App, type Places } from './app.ts'
import { drawnIn, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const title = 'What the river keeps'
const first = 'The river keeps what it is given, and gives back what it likes.'
const second = 'In spring it gave back a chair, two oars and a bell without a tongue.'
const gone = 'The bell was hung in the yard, where it has never rung.'
const fill = (n: number) =>
  `<p>${`Of the ${n}th winter little was written down, for the ink froze and the clerk had gone to his sister by the sea. `.repeat(4)}</p>`
const pageOf = (
  edition: 1 | 2,
) => `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><article><h1>${title}</h1>
${edition === 2 ? fill(1) + fill(2) : ''}<p>${first} ${fill(3).slice(3)}<p>${second.replace('two oars', edition === 2 ? '<em>two</em> oars' : 'two oars')}</p>
${fill(4)}<p>${edition === 1 ? gone : 'Nothing more is known of it.'}</p>${fill(5)}${edition === 2 ? fill(6) + fill(7) : ''}</article></main></body></html>`

let site: Site
let places: Places
let app: App
let room: Room

async function start(): Promise<void> {
  app = await launchApp({ ...places, allowPrivate: site.hosts() })
  room = roomOf(app.window)
  await expect(room.row(title)).toBeVisible()
}

test.beforeAll(async () => {
  site = await startSite({ routes: { '/river': (visit) => html(pageOf(visit.edition)) } })
  places = await newPlaces()
  const saved = await runCli(['save', site.url('a', '/river')], { ...places, allowPrivate: site.hosts() })
  expect(saved.code, saved.stderr).toBe(0)
  await start()
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const panel = () => app.window.getByRole('complementary', { name: 'About this article' })
const drawn = () => drawnIn(app.window)
const folded = async () =>
  Object.fromEntries(Object.entries(await drawn()).map(([colour, text]) => [colour, text.replace(/\s+/g, ' ').trim()]))
const kept = { yellow: first, green: second, blue: gone, rose: '' }

/** Finds the words in the text, chooses them as a person would, and keeps them in that colour. */
async function keep(words: string, key: string): Promise<void> {
  await app.window.evaluate((wanted) => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )
    const inside = frame!.contentDocument!
    const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      frame!.contentWindow!.focus()
      inside.getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length)
      node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' })
      return
    }
    throw new Error(`The text does not hold: ${wanted}`)
  }, words)
  await room.press('Shift') // as when a choice made with Shift and the arrows ends
  const bar = app.window.getByRole('toolbar', { name: 'What is chosen' })
  await bar.getByRole('button', { name: key }).click()
  await expect(bar.getByRole('button', { name: 'Remove the highlight' })).toBeVisible()
  await room.press('Escape')
}

test('three passages are kept in three colours', async () => {
  await room.open(title)
  await keep(first, 'Highlight in yellow')
  await keep(second, 'Highlight in green')
  await keep(gone, 'Highlight in blue')
  await expect.poll(folded).toEqual(kept)
})

test('another typeface, size, measure and theme leave each where it was', async () => {
  for (const settings of [
    { font: 'inter' },
    { fontSizePx: 28 },
    { measureCh: 40 },
    { theme: 'dusk' },
    { justify: true },
  ])
    await app.window.evaluate(async (next) => {
      const { offprint } = window as unknown as { offprint: { request(name: string, value: object): Promise<unknown> } }
      await offprint.request('settings.write', next)
    }, settings)
  await expect.poll(folded).toEqual(kept)
})

test('the text read again from the page that was kept has them all', async () => {
  const again = await runCli(['re-extract'], { ...places, allowPrivate: site.hosts() })
  expect(again.code, again.stderr).toBe(0)
  await app.close()
  await start()
  await room.open(title)
  await expect.poll(folded).toEqual(kept)
})

test('in an edition saved again they stand with their words, and the one whose words have gone is listed with its text', async () => {
  site.revise('/river')
  await room.press('Control+k')
  await app.window.getByRole('combobox').fill('Save again')
  await app.window.getByRole('option', { name: 'Save again from the web' }).waitFor()
  await room.press('Enter')
  await expect
    .poll(async () => (await room.shown(title)).text, { timeout: 60_000 })
    .toContain('Nothing more is known of it.')
  await expect.poll(folded).toEqual({ ...kept, blue: '' })
  await room.press('i')
  await panel().getByRole('tab', { name: 'Highlights' }).click()
  const without = panel().getByRole('region', { name: 'Without a place' })
  await expect(without.getByRole('listitem')).toHaveCount(1)
  await expect(without).toContainText(gone)
  await expect(panel().getByRole('list', { name: 'Highlights' }).getByRole('listitem')).toHaveCount(2)
})

test('it stays on the page of all highlights, and is in its place again where the earlier version is chosen', async () => {
  await room.view('Highlights')
  await expect(app.window.getByRole('listbox', { name: 'Highlights' }).getByRole('option')).toHaveCount(3)
  await room.view('Inbox')
  await room.open(title)
  await panel().getByRole('tab', { name: 'Details' }).click()
  await panel().getByRole('button', { name: 'Show this version' }).first().click()
  await expect.poll(folded).toEqual(kept)
})

test('the choice of a version is taken back by z', async () => {
  await room.press('z')
  await expect.poll(async () => (await room.shown(title)).text).toContain('Nothing more is known of it.')
  await expect.poll(folded).toEqual({ ...kept, blue: '' })
})
