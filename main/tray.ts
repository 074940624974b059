// The icon in the tray of the system: saves the link that was copied, brings the window to the front, ends the app. It lives as long as the window:
// closing that still ends everything, and nothing of ours runs that one does not see.
import { Menu, nativeImage, Tray } from 'electron'
import { words } from './words.ts'

export type TrayActs = { saveCopied(): Promise<void>; open(): void; quit(): void }

export type TrayIcon = {
  /** Puts it up or takes it away. Again after the language has changed. */
  show(isWanted: boolean): void
}

/** `picture`: a file; one named `@2x` beside it is used on dense screens. Call `show(false)` before the app ends. */
export function createTray(picture: string, acts: TrayActs): TrayIcon {
  let icon: Tray | undefined
  return {
    show(isWanted) {
      if (!isWanted) {
        icon?.destroy()
        icon = undefined
        return
      }
      icon ??= made(picture, acts)
      icon.setContextMenu(
        Menu.buildFromTemplate([
          { label: words.tray.saveCopied, click: () => void acts.saveCopied() },
          { label: words.tray.open, click: () => acts.open() },
          { type: 'separator' },
          { label: words.tray.quit, click: () => acts.quit() },
        ]),
      )
    },
  }
}

function made(picture: string, acts: TrayActs): Tray {
  const icon = new Tray(nativeImage.createFromPath(picture))
  icon.setToolTip('Offprint')
  // On macOS a press opens the menu.
  if (process.platform !== 'darwin') icon.on('click', () => acts.open())
  return icon
}
