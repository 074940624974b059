// Keys, clicks and typing in any order, as a reader who does not know the app, or a cat. Nothing of it may break the window, and what the
// library shows in the end is what the vault alone gives. A short walk here, always the same, so that it judges what has changed; with
// OFFPRINT_SOAK=1 a long one, each time another.
import { expect, test, type Page } from 'playwright/test'
import { startSite, type Site } from '../site.ts'
import { randomFrom } from '../random.ts'
import { isSoak, seed as anySeed } from '../seed.ts'
import { launchApp, newFolder, newPlaces, runCli, type App, type Places } from './app.ts'
import { articlesOf } from './jsonLines.ts'
import { roomOf } from './room.ts'

const seed = isSoak ? anySeed : 11
const steps = isSoak ? 3_000 : 120
/** What a step may take before the window counts as stuck. */
const longestMs = 15_000
const random = randomFrom(seed)

const paths = [
  '/news/tide-mill',
  '/docs/rate-limits',
  '/ar/village-library',
  '/ja/rain-bookshop',
  '/magazine/silence',
  '/report.pdf',
]
const letters = [
  ...'jkelstdhmuxozcvnfirw/?,[]\\',
  '1',
  '2',
  '3',
  '4',
  'V',
  'N',
  'C',
  'J',
  'K',
  'G',
  'I',
  'L',
  'F',
  'A',
  'H',
  'E',
  'T',
  'X',
  'B',
  'R',
]
const named = [
  ...[
    'Enter',
    'Escape',
    'Space',
    'Tab',
    'Shift+Tab',
    'ArrowDown',
    'ArrowUp',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageDown',
    'Delete',
  ],
  ...[
    'Control+a',
    'Control+n',
    'Control+k',
    'Control+f',
    'Control+s',
    'Control+z',
    'Control+Shift+E',
    'Control+,',
    'Shift+ArrowDown',
    'Shift+ArrowUp',
  ],
]
const typed = [
  'tide',
  'sea/harbour',
  '"old mill',
  'tag:',
  '-word OR (',
  '雨',
  'https://',
  '*',
  'is:unread words:>2',
  ' ',
  'letters',
]

let site: Site
let places: Places
let app: App
const faults: string[] = []

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  app = await launchApp({
    ...places,
    allowPrivate: site.hosts(),
    args: paths.map((path, n) => site.url('abc'[n % 3]!, path)),
  })
  const room = roomOf(app.window)
  await expect(room.captures).toHaveCount(0, { timeout: 60_000 })
  await expect(room.rows.first()).toBeVisible()
  app.window.on('pageerror', (error) => faults.push(error.stack ?? String(error)))
  app.window.on('console', (message) => {
    // The walls around a page as it looked say each thing they refuse it.
    const { url } = message.location()
    if (message.type() === 'error' && !url.includes('/snapshot/')) faults.push(`${message.text()} (${url})`)
  })
  // What is the system's does not belong to the window: its dialogs are cancelled, its menus close again, its programs do not start.
  await app.electron.evaluate(({ dialog, Menu, shell }) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    Menu.prototype.popup = (options) => options?.callback?.()
    shell.openExternal = () => Promise.resolve()
    shell.openPath = () => Promise.resolve('')
  })
})
test.afterAll(() => site.close())

test(`keys, clicks and words in any order leave a window that answers and a library that agrees with the vault (seed ${seed})`, async () => {
  test.setTimeout(isSoak ? 3_600_000 : 240_000)
  try {
    await walk(app.window)
  } finally {
    await app.close()
  }
  const asKept = await listed(places)
  const anew = await listed({ vault: places.vault, profile: await newFolder('profile') })
  expect(asKept).toEqual(anew)
  expect((await runCli(['verify'], places)).code).toBe(0)
})

async function walk(page: Page): Promise<void> {
  const done: string[] = []
  const soFar = () => `seed ${seed}, step ${done.length}: ${done.slice(-12).join(' · ')}`
  while (done.length < steps) {
    done.push(await within(act(page), soFar))
    // A window that is held up does not answer.
    await within(
      page.evaluate(() => undefined),
      soFar,
    )
    expect(faults, soFar()).toEqual([])
  }
}

async function act(page: Page): Promise<string> {
  const kind = random.below(10)
  if (kind < 4) return press(page, random.pick(letters))
  if (kind < 6) return press(page, random.pick(named))
  if (kind < 7) {
    const text = random.pick(typed)
    await page.keyboard.type(text)
    return `types ${text}`
  }
  return click(page)
}

async function press(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key)
  return key
}

/** Something that can be pressed and is seen, wherever it lies. */
async function click(page: Page): Promise<string> {
  const at = random.next()
  const place = await page.evaluate((share) => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'button, [role="row"], [role="tab"], [role="menuitem"], input, a, iframe',
      ),
    ]
    const seen = all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0)
    const one = seen[Math.floor(share * seen.length)]
    if (one === undefined) return undefined
    const box = one.getBoundingClientRect()
    const name = one.getAttribute('aria-label') ?? one.textContent?.slice(0, 30) ?? ''
    return {
      x: box.x + box.width / 2,
      y: box.y + Math.min(box.height / 2, 200),
      name: `${one.tagName.toLowerCase()} ${name}`,
    }
  }, at)
  if (place === undefined) return 'nothing to click'
  const button = random.below(8) === 0 ? 'right' : 'left'
  await page.mouse.click(place.x, place.y, { button })
  return `${button === 'right' ? 'right-' : ''}clicks ${place.name}`
}

async function within<T>(work: Promise<T>, doing: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`stuck after ${doing()}`)), longestMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** All the library knows of, in the order of its lists, the Trash last. */
async function listed(where: Places) {
  const ends = [await runCli(['list', '--json'], where), await runCli(['list', '--json', 'is:trashed'], where)]
  return ends.flatMap(articlesOf)
}
