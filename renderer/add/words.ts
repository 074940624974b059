import { inLanguages } from '../../preload/language.ts'
import { plural } from '../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  title: 'Save a link',
  listTitle: 'Save a list of links',
  field: 'Web address, or several, one on each line',
  placeholder: 'https://',
  listPlaceholder: 'https://\nhttps://\nhttps://',
  save: 'Save',
  saveMany: (count: number) => `Save ${plural(count, 'link')}`,
  cancel: 'Cancel',
  hint: 'Enter saves, Shift Enter begins a new line.',
  refused: (count: number) => (count === 1 ? 'This one was not saved:' : `${plural(count, 'line')} were not saved:`),
  manyTitle: (count: number) => `Save ${plural(count, 'link')}?`,
  manyText: 'They are fetched one after the other while you go on reading. You can stop at any time.',
  drop: 'Drop to save',
  dropHint: 'Links, text with links, or a file of links',
  noLinks: 'There is no web address in that.',
  tooLarge: 'That file is too large to be a list of links.',
  empty: 'Enter a web address.',
} as const

export const words = inLanguages(english, german)
