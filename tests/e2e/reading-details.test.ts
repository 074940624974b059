// Small things of reading: finding over the end of a paragraph, a footnote in place, reading aloud with its keys, the page for the keyboard and the ear.
import { expect, test } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { launchApp, type App } from './app.ts'
import { inText, roomOf, type Room } from './room.ts'

test.describe.configure({ mode: 'serial' })

const clock = '/notes/water-clock'
const mill = '/news/tide-mill'

let site: Site
let app: App
let room: Room
let titles: readonly [string, string]

test.beforeAll(async () => {
  site = await startSite()
  titles = [site.truth(clock).title, site.truth(mill).title]
  app = await launchApp({ allowPrivate: site.hosts(), args: [site.url('a', clock), site.url('b', mill)] })
  room = roomOf(app.window)
  for (const title of titles) await expect(room.row(title)).toBeVisible({ timeout: 60_000 })
  await expect(room.captures).toHaveCount(0)
})
test.afterAll(async () => {
  await app.close()
  await site.close()
})

const find = () => app.window.getByRole('search', { name: 'Find in this article' })
const field = () => app.window.getByRole('textbox', { name: 'Find in this article' })

test('words that end one paragraph and begin the next are found as one place', async () => {
  await room.open(titles[0])
  await room.press('Control+f')
  await field().fill('above a bucket without. The oldest  OUTFLOW clock')
  await expect(find().getByRole('status')).toHaveText('1 of 1')
  const marked = await app.window.evaluate(() => {
    const frame = [...document.querySelectorAll('iframe')].find(
      (one) => one.contentDocument?.location.pathname === '/reader/',
    )
    const { highlights } = (frame?.contentWindow as Window & typeof globalThis).CSS
    return [...(highlights.get('offprint-mark') ?? [])].map((range) => String(range).replace(/\s+/g, ' '))
  })
  expect(marked.join('|')).toContain('bucket without.')
  expect(marked.join('|')).toContain('The oldest outflow clock')
  await room.press('Escape')
  await expect(field()).toHaveCount(0)
})

test('a footnote opens where its mark stands, by mouse and by key, and Escape closes it', async () => {
  const text = inText(app.window)
  const note = text.getByRole('dialog', { name: 'Footnote 1' })
  await text.getByRole('link', { name: '1', exact: true }).first().click()
  await expect(note).toBeVisible()
  await room.press('Escape')
  await expect(note).toHaveCount(0)
  await room.press('Enter') // the focus is on the mark again
  await expect(note).toBeVisible()
  await room.press('Escape')
})

test('while the text is read aloud the keys for media are ours: they pause, go on, skip and stop', async () => {
  await app.window.evaluate(() => {
    // This system may have no voice: one that only notes what it is to say.
    const noted = Object.assign(window, { spoken: [] as string[] })
    function Utterance(this: { text: string }, text: string) {
      this.text = text
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: 'en-GB', localService: true, default: true, name: 'Test' }],
      cancel: () => undefined,
      speak: (utterance: { readonly text: string }) => void noted.spoken.push(utterance.text),
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true })
  })
  await app.electron.evaluate(({ globalShortcut }) => {
    const keys: Record<string, () => void> = {}
    Object.assign(globalThis, { held: keys })
    globalShortcut.register = (key, run) => {
      keys[key] = run
      return true
    }
    globalShortcut.unregister = (key) => void delete keys[key]
  })
  const pressed = (key: string) =>
    app.electron.evaluate((_electron, name) => {
      ;(globalThis as unknown as { held: Record<string, () => void> }).held[name]?.()
    }, key)
  const held = () => app.electron.evaluate(() => Object.keys((globalThis as unknown as { held: object }).held).sort())
  const spoken = () => app.window.evaluate(() => (window as unknown as { spoken: string[] }).spoken.length)
  const bar = app.window.getByRole('toolbar', { name: 'Reading aloud' })

  await room.press('r')
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(held).toEqual(['MediaNextTrack', 'MediaPlayPause', 'MediaPreviousTrack', 'MediaStop'])
  await pressed('MediaPlayPause')
  await expect(bar.getByRole('button', { name: 'Go on' })).toBeVisible()
  await pressed('MediaPlayPause')
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible()
  const before = await spoken()
  await pressed('MediaNextTrack')
  await expect.poll(spoken).toBe(before + 1)
  await pressed('MediaStop')
  await expect(bar).toHaveCount(0)
  await expect.poll(held).toEqual([])
})

test('the type is set as a book is: hyphens by the engine, old-style figures, no lone last words', async () => {
  const set = await inText(app.window)
    .locator('.page-text p')
    .first()
    .evaluate((element) => {
      const style = getComputedStyle(element)
      const wanted = ['hyphens', 'font-variant-numeric', 'font-size', 'font-family', 'text-wrap']
      return Object.fromEntries(wanted.map((name) => [name, style.getPropertyValue(name)]))
    })
  expect(set['hyphens']).toBe('auto')
  expect(set['font-variant-numeric']).toContain('oldstyle-nums')
  expect(set['font-size']).toBe('18.5px')
  expect(set['font-family']).toContain('Literata')
  // The oldest engine we run on does not know it; one that does has it.
  const knows = await app.window.evaluate(() => CSS.supports('text-wrap', 'pretty'))
  if (knows) expect(set['text-wrap']).toContain('pretty')
})

test('the paragraph at the top stays there through another typeface, size and measure', async () => {
  await room.open(titles[1])
  await room.scrollTo(0.45)
  const { topWords } = await room.shown(titles[1])
  const change = (settings: object) =>
    app.window.evaluate(async (next) => {
      const { offprint } = window as unknown as { offprint: { request(name: string, value: object): Promise<unknown> } }
      await offprint.request('settings.write', next)
    }, settings)
  for (const settings of [
    { font: 'atkinson' },
    { fontSizePx: 25 },
    { measureCh: 42 },
    { lineHeight: 2 },
    { justify: true },
  ]) {
    await change(settings)
    await expect.poll(async () => (await room.shown(titles[1])).topWords, JSON.stringify(settings)).toBe(topWords)
  }
  await change({ font: 'literata', fontSizePx: 18.5, measureCh: 64, lineHeight: 1.62, justify: false })
})

test('an article dragged onto a tag takes it; a tag dragged onto another lies below it; Undo takes both back', async () => {
  await room.open(titles[0])
  await room.tag('water')
  await room.open(titles[1])
  await room.tag('towns')
  const sidebar = app.window.getByRole('navigation', { name: 'Library' })
  const water = sidebar.getByRole('button', { name: /^water/ })
  await room.row(titles[1]).dragTo(water)
  await expect(app.window.locator('.toaster')).toContainText('Tagged water.')
  await expect(water).toContainText('2')
  await room.press('z')
  await expect(water).toContainText('1')
  await sidebar.getByRole('button', { name: /^towns/ }).dragTo(water)
  await expect(app.window.locator('.toaster')).toContainText('Renamed towns to water/towns.')
  await room.press('z')
  await expect(app.window.locator('.toaster')).toContainText('Taken back')
})

test('what is heard: the panes, the rows with their place, and what is pressed have their roles and names', async () => {
  await room.view('Inbox')
  await room.open(titles[1])
  await expect(app.window.locator('body')).toMatchAriaSnapshot(`
    - navigation "Library":
      - heading "Offprint" [level=1]
      - list "Library":
        - listitem:
          - button /Inbox \\d+/
      - heading "Tags" [level=2]
      - button /Save a link/
    - main:
      - separator "Width of the sidebar"
      - region "Inbox":
        - search:
          - textbox "Search"
        - button /^Order. Newest$/
        - grid "Inbox":
          - rowgroup:
            - row /${titles[1].slice(0, 20)}/ [selected]:
              - gridcell:
                - heading "${titles[1]}" [level=3]
      - separator "Width of the list"
      - region "Reader":
        - toolbar "Article":
          - tablist "Reader":
            - tab "Article" [selected]
            - tab "Snapshot"
          - button "Appearance"
          - button "Read later"
          - button "Archive"
          - button "Favourite"
          - button "Tags"
          - button "Contents, highlights and details"
          - button "More"
        - tabpanel "Article":
          - iframe
  `)
  await expect(inText(app.window).locator('body')).toMatchAriaSnapshot(`
    - main:
      - heading "${titles[1]}" [level=1]
      - paragraph
      - figure
      - button "Archive"
      - button "Next article"
  `)
})
