// Shortcuts as a person reads them. In the code: `Mod+n` (Ctrl, or Cmd on macOS), `Shift+Space`, `J` (with Shift), `g i` (one after the other).
import { inLanguages } from '../../preload/language.ts'

const arrows = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' }

const english = {
  then: ' then ',
  or: 'or',
  ctrl: 'Ctrl',
  shift: 'Shift',
  keys: { ...arrows, Escape: 'Esc', Delete: 'Del', PageDown: 'Page Down', PageUp: 'Page Up' } as Readonly<
    Record<string, string>
  >,
}
const german = {
  then: ' dann ',
  or: 'oder',
  ctrl: 'Strg',
  shift: 'Umschalt',
  keys: {
    ...arrows,
    Escape: 'Esc',
    Delete: 'Entf',
    Space: 'Leertaste',
    Enter: 'Eingabe',
    Home: 'Pos1',
    End: 'Ende',
    PageDown: 'Bild ab',
    PageUp: 'Bild auf',
  } as Readonly<Record<string, string>>,
}
const words = inLanguages(english, german)

export const isMac = /mac/i.test(navigator.platform)

/** Between two keys that do the same. */
export const orWord = () => words.or

export function keyWords(shortcut: string): string {
  return shortcut
    .split(' ')
    .map((chord) => chordWords(chord))
    .join(words.then)
}

function chordWords(chord: string): string {
  const last = chord.endsWith('+') ? '+' : (chord.split('+').at(-1) ?? '')
  const modifiers = chord.slice(0, -last.length).split('+').filter(Boolean)
  const hasShift = modifiers.includes('Shift') || (/^[A-Z]$/.test(last) && !modifiers.includes('Mod'))
  const said = modifiers.includes('Mod') ? [isMac ? '⌘' : words.ctrl] : []
  if (hasShift) said.push(isMac ? '⇧' : words.shift)
  said.push(/^[a-z]$/.test(last) && modifiers.includes('Mod') ? last.toUpperCase() : (words.keys[last] ?? last))
  return said.join(' ')
}
