// A display for each worker of the tests on the app: one display has one clipboard, one keyboard focus and one window in front.
import type { AppUser } from './appUser.ts'
import { startDisplay, type Display } from './display.ts'

/** Files of tests on the app that run at the same time. One app starting or waiting leaves half of two cores idle. */
export const workers = 2

const variable = 'OFFPRINT_TEST_DISPLAYS'

/** One for each worker, told to all of them in the environment. Nothing where windows need no X server. */
export async function startDisplaysOfTests(user: AppUser | undefined): Promise<Display> {
  if (process.platform !== 'linux') return { environment: {}, stop: () => Promise.resolve() }
  const displays = await Promise.all(Array.from({ length: workers }, () => startDisplay(user)))
  return {
    environment: { [variable]: JSON.stringify(displays.map(({ environment }) => environment)) },
    stop: async () => void (await Promise.all(displays.map((display) => display.stop()))),
  }
}

/** In a worker, before a test: its display becomes the one that whatever it starts shows windows on. */
export function takeDisplayOfWorker() {
  const displays = JSON.parse(process.env[variable] ?? '[]') as Display['environment'][]
  Object.assign(process.env, displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)])
}
