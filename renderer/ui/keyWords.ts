// Shortcuts as a person reads them. In the code: `Mod+n` (Ctrl, or Cmd on macOS), `Shift+Space`, `J` (with Shift), `g i` (one after the other).
import { inLanguages } from '../../preload/language.ts'

const words = inLanguages(
  { then: ' then ', ctrl: 'Ctrl', shift: 'Shift' },
  { then: ' dann ', ctrl: 'Strg', shift: 'Umschalt' },
)

const names: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
}

export const isMac = /mac/i.test(navigator.platform)

export function keyWords(shortcut: string): string {
  return shortcut
    .split(' ')
    .map((chord) => chordWords(chord))
    .join(words.then)
}

function chordWords(chord: string): string {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  const said = parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : words.ctrl) : (names[part] ?? part)))
  const last = parts.at(-1) ?? ''
  if (/^[A-Z]$/.test(last) && !parts.includes('Mod')) said.splice(-1, 0, isMac ? '⇧' : words.shift)
  else if (/^[a-z]$/.test(last) && parts.includes('Mod')) said[said.length - 1] = last.toUpperCase()
  return said.join(' ')
}
