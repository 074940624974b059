// The keys for media, on the keyboard and on headsets, while a text is read aloud. Chromium hands them only to pages that play sound of their own, and a
// voice of the system is none; so they are asked of the system, and given back as soon as the reading ends.
import { globalShortcut } from 'electron'
import { log } from './log.ts'

/** Key -> command of the window. */
const commands = {
  MediaPlayPause: 'aloud.toggle',
  MediaStop: 'aloud.stop',
  MediaNextTrack: 'aloud.on',
  MediaPreviousTrack: 'aloud.back',
} as const

/** A key that another program has stays that program's. */
export function takeMediaKeys(isOn: boolean, run: (command: string) => void) {
  for (const [key, command] of Object.entries(commands)) {
    globalShortcut.unregister(key)
    if (isOn && !globalShortcut.register(key, () => run(command))) log.warn(`the key ${key} is taken`)
  }
}
