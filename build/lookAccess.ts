// Screens as people see them who need them larger or in the system's own colours.
import type { Page } from 'playwright'
import { filled, highlightWithNotes, openArticle, openPanel, type Screen, type Stage } from './lookSteps.ts'

export const forAccess: readonly Screen[] = [
  enlarged('list', () => Promise.resolve()),
  enlarged('sidebar', async (window) => {
    await window.locator('.sidebar').waitFor({ state: 'hidden' })
    await window.keyboard.press('[')
    await window.locator('.sidebar').waitFor()
  }),
  enlarged('article', (window, titles) => openArticle(window, titles.news)),
  enlarged('panel', async (window, titles) => {
    await openArticle(window, titles.news)
    await openPanel(window, 'Details')
  }),
  enlarged('settings', async (window) => {
    await window.keyboard.press('Control+,')
    await window.getByRole('dialog').waitFor()
  }),
  contrasting('article', async (window, titles) => {
    await openArticle(window, titles.news)
    await highlightWithNotes(window)
  }),
  contrasting('settings', async (window) => {
    await window.keyboard.press('Control+,')
    await window.getByRole('dialog').waitFor()
  }),
  contrasting('menu', async (window, titles) => {
    await openArticle(window, titles.news)
    await window.getByRole('button', { name: 'More' }).click()
    await window.getByRole('menu').waitFor()
    await window.keyboard.press('ArrowDown')
  }),
]

function enlarged(name: string, prepare: Screen['prepare']): Screen {
  const screen = filled(
    `enlarged-${name}`,
    async (window, titles, stage) => {
      await zoom(stage, 2)
      await wideAs(window, 2)
      await prepare(window, titles, stage)
    },
    async (stage) => {
      await zoom(stage, 1)
      await wideAs(stage.app.window, 1)
    },
  )
  return { ...screen, isZoomed: true }
}

const zoom = ({ app }: Stage, factor: number) =>
  app.electron.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.webContents.setZoomFactor(to)
  }, factor)

/** The page has heard of it. */
const wideAs = (window: Page, factor: number) =>
  window.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        const look = (frames: number) => {
          if (frames === 0 || Math.round(outerWidth / innerWidth) === to) resolve()
          else requestAnimationFrame(() => look(frames - 1))
        }
        look(120)
      }),
    factor,
  )

function contrasting(name: string, prepare: Screen['prepare']): Screen {
  return filled(
    `high-contrast-${name}`,
    async (window, titles, stage) => {
      await window.emulateMedia({ forcedColors: 'active' })
      await prepare(window, titles, stage)
    },
    ({ app }) => app.window.emulateMedia({ forcedColors: null }),
  )
}
