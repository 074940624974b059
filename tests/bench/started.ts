// The window, from the start of its process: when something was painted, when a key was answered.
import { launchApp, type App, type Places } from '../e2e/app.ts'

export type StartedApp = {
  readonly app: App
  /** Until something of the window was painted. */ readonly toPaintMs: number
  /** Until the first row is painted and a key has moved the cursor. */ readonly toKeysMs: number
}

/** A library with an article in it. */
export async function started(places: Places): Promise<StartedApp> {
  const before = performance.timeOrigin + performance.now()
  const app = await launchApp(places)
  await app.window.locator('[role="row"][id^="row-"]').first().waitFor()
  await app.window.keyboard.press('j')
  await app.window.locator('[role="grid"][aria-activedescendant]').waitFor()
  const toKeysMs = performance.timeOrigin + performance.now() - before
  const painted = await app.window.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
  )
  return { app, toPaintMs: painted - before, toKeysMs }
}
