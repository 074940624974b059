// Shortcuts as a person reads them. In the code: `Mod+n` (Ctrl, or Cmd on macOS), `Shift+Space`, `J` (with Shift), `g i` (one after the other).
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
    .join(' then ')
}

function chordWords(chord: string): string {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  const words = parts.map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (names[part] ?? part)))
  const last = parts.at(-1) ?? ''
  if (/^[A-Z]$/.test(last) && !parts.includes('Mod')) words.splice(-1, 0, isMac ? '⇧' : 'Shift')
  else if (/^[a-z]$/.test(last) && parts.includes('Mod')) words[words.length - 1] = last.toUpperCase()
  return words.join(' ')
}
