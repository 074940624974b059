// `npm run look [SCREEN | THEME | SIZE...]`: a picture of every screen in every theme and size, and one sheet a screen, in .cache/look/.
// Words narrow it: `npm run look article search dusk 720x520` takes two pictures. Exit 1 when a screen could not be prepared: its picture shows another.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchApp, newPlaces, type App } from '../tests/e2e/app.ts'
import { startSite, type Site } from '../tests/site.ts'
import { appUser } from './appUser.ts'
import { writeContactSheet, type Picture } from './contactSheet.ts'
import { startDisplay } from './display.ts'
import { giveToOwner } from './giveToOwner.ts'
import { lookPages } from './lookPages.ts'
import { screens } from './lookScreens.ts'
import { startAnew, type OffprintWindow, type Screen, type Stage, type Titles } from './lookSteps.ts'
import { cacheFolder } from './repository.ts'
import { NotReady, orSayWhy, say } from './say.ts'
import { ensureEastAsianFont } from './systemLibraries.ts'

const themes = ['paper', 'sepia', 'dusk', 'ink'] as const
const sizes = [
  { width: 1280, height: 832 },
  { width: 960, height: 720 },
  { width: 720, height: 520 },
] as const

const folder = join(cacheFolder, 'look')
const articles = {
  news: '/news/tide-mill',
  code: '/docs/rate-limits',
  arabic: '/ar/village-library',
  recipe: '/recipes/barley-leek-pie',
} as const
const others = [
  '/magazine/silence',
  '/blog/shoebox',
  '/notes/water-clock',
  '/ja/rain-bookshop',
  '/ru/lighthouse-keeper',
]
const hardPaths = [
  ...Object.keys(lookPages),
  '/report.pdf',
  articles.arabic,
  '/ja/rain-bookshop',
  '/members/estuary',
  '/changing/longer',
]

export function run(args: readonly string[]): Promise<number> {
  return orSayWhy(async () => {
    const known = [...screens.map(({ name }) => name), ...themes, ...sizes.map(nameOf)]
    const unknown = args.filter((arg) => !known.includes(arg))
    if (unknown.length > 0) throw new NotReady(`${unknown.join(', ')}: not one of ${known.join(', ')}`)
    const chosen = named(screens, args, ({ name }) => name)
    const views = named(sizes, args, nameOf).map((size) => ({ size, themes: named(themes, args, (theme) => theme) }))
    await ensureEastAsianFont()
    const display = process.platform === 'linux' ? await startDisplay(await appUser()) : undefined
    Object.assign(process.env, display?.environment)
    const site = await startSite({ routes: lookPages })
    try {
      const pictures = [
        ...(await picturesOf(chosen, views, 'empty', [], site)),
        ...(await picturesOf(chosen, views, 'filled', [...others, ...Object.values(articles)], site)),
        ...(await picturesOf(chosen, views, 'hard', hardPaths, site)),
      ]
      for (const { name } of chosen) {
        const own = pictures.filter(({ screen }) => screen === name)
        await writeContactSheet(join(folder, `${name}.png`), name, own)
      }
      await giveToOwner(cacheFolder)
      process.stdout.write(`${folder}\n`)
      return pictures.every(({ isPrepared }) => isPrepared) ? 0 : 1
    } finally {
      await site.close()
      await display?.stop()
    }
  })
}

type Shot = Picture & { readonly screen: string; readonly isPrepared: boolean }
type Size = (typeof sizes)[number]
type View = { readonly size: Size; readonly themes: readonly string[] }

const nameOf = ({ width, height }: Size) => `${width}x${height}`

/** Those that are asked for; all where none is. */
function named<T>(all: readonly T[], args: readonly string[], name: (one: T) => string): readonly T[] {
  const asked = all.filter((one) => args.includes(name(one)))
  return asked.length > 0 ? asked : all
}

async function picturesOf(
  all: readonly Screen[],
  views: readonly View[],
  library: Screen['library'],
  paths: readonly string[],
  site: Site,
): Promise<Shot[]> {
  const chosen = all.filter((screen) => screen.library === library)
  if (chosen.length === 0) return []
  const places = await newPlaces()
  const app = await launchApp({
    ...places,
    allowPrivate: site.hosts(),
    args: paths.map((path, index) => site.url('abc'[index % 3] ?? 'a', path)),
  })
  try {
    await app.window.locator('[role="row"][id^="row-"]').nth(paths.length).waitFor({ timeout: 120_000 }) // and the welcome
    const titles = Object.fromEntries(
      Object.entries(articles).map(([name, path]) => [name, site.truth(path).title]),
    ) as Titles // the same keys
    const shots: Shot[] = []
    for (const { size, themes } of views) {
      await resize(app, size)
      for (const theme of themes) {
        await setTheme(app.window, theme)
        for (const screen of chosen) shots.push(await take(screen, { app, site }, titles, nameOf(size), theme))
      }
    }
    return shots
  } finally {
    await app.close()
  }
}

async function take(screen: Screen, stage: Stage, titles: Titles, row: string, column: string): Promise<Shot> {
  const { window } = stage.app
  mkdirSync(join(folder, screen.name), { recursive: true })
  const file = join(folder, screen.name, `${row}-${column}.png`)
  let isPrepared = true
  try {
    await startAnew(window)
    await screen.prepare(window, titles, stage)
  } catch (error) {
    isPrepared = false
    say(`${screen.name} (${row}, ${column}) could not be prepared: ${String(error).split('\n')[0]}`)
  }
  writeFileSync(file, screen.isZoomed ? await captured(stage.app) : await window.screenshot({ animations: 'disabled' }))
  await screen.end?.(stage)
  return { file, row, column, screen: screen.name, isPrepared }
}

/** By the window itself: the driver knows nothing of zoom, and would take a quarter. */
async function captured(app: App): Promise<Buffer> {
  await app.window.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
  })
  const png = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible())
    return (await shown?.webContents.capturePage())?.toPNG().toString('base64')
  })
  return Buffer.from(png ?? '', 'base64')
}

function resize(app: App, size: { readonly width: number; readonly height: number }): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }, { width, height }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible())
    shown?.setContentSize(width, height)
  }, size)
}

async function setTheme(window: Page, theme: string): Promise<void> {
  await window.evaluate(
    (name) => (globalThis as unknown as OffprintWindow).offprint.request('settings.write', { theme: name }),
    theme,
  )
}
