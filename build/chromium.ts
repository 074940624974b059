// The current Chromium that tests run in beside the app's own: the system's if there is one, else the one Playwright has downloaded.
import { existsSync } from 'node:fs'

export type ChromiumLaunch = { readonly executablePath?: string; readonly args: string[] }

export function systemChromium(): string | undefined {
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
