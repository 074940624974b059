// The current Chromium that tests, benchmarks and pictures run in beside the app's own: the system's if there is one, else the one Playwright has downloaded.
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'
import { ensureSystem } from './systemLibraries.ts'

export type ChromiumLaunch = { readonly executablePath?: string; readonly args: string[] }

/** Opened when there is one, or after it was installed or asked for. */
export async function openChromium(): Promise<Browser> {
  await ensureChromium()
  return chromium.launch(chromiumLaunch())
}

/** Where the system has none it is installed, or the person is told how. */
export async function ensureChromium(): Promise<void> {
  if (lacksChromium()) await ensureSystem({ binary: undefined, programs: ['chromium'] })
}

export function lacksChromium(): boolean {
  return systemChromium() === undefined && !existsSync(chromium.executablePath())
}

function systemChromium(): string | undefined {
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
}

/** It shows our own pages only and asks nobody outside for anything. */
export function chromiumLaunch(): ChromiumLaunch {
  const executablePath = systemChromium()
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // as root it does not start otherwise; the app itself never gets this
    ],
  }
}
