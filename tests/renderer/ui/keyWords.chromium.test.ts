import { afterEach, expect, test } from 'vitest'
import { speak } from '../../../preload/language.ts'
import { keyWords } from '../../../renderer/ui/keyWords.ts'

afterEach(() => speak('en'))

test('shortcuts read as they are pressed', () => {
  const read = [
    'Mod+n',
    'Mod+Shift+f',
    'J',
    'Shift+Space',
    'g i',
    'Escape',
    '?',
    'Mod++',
    'Mod+-',
    'Shift+ArrowDown',
    '/',
  ]
  expect(read.map(keyWords)).toEqual([
    ...['Ctrl N', 'Ctrl Shift F', 'Shift J', 'Shift Space', 'g then i', 'Esc', '?', 'Ctrl +', 'Ctrl -', 'Shift ↓', '/'],
  ])
})

test('and in German by the names on a German keyboard', () => {
  speak('de')
  expect(['Mod+n', 'Shift+Space', 'Delete', 'Home', 'Enter'].map(keyWords)).toEqual([
    ...['Strg N', 'Umschalt Leertaste', 'Entf', 'Pos1', 'Eingabe'],
  ])
})
