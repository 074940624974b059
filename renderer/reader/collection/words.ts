import { formatNumber, inLanguages } from '../../../preload/language.ts'
import { plural } from '../../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  list: 'Highlights',
  search: 'Search in highlights and notes',
  anyColour: 'Any colour',
  only: (colour: string) => `Only ${colour.toLowerCase()}`,
  anyTag: 'Any tag',
  tag: 'Tag',
  count: (shown: number, all: number) =>
    shown === all ? plural(all, 'highlight') : `${formatNumber(shown)} of ${plural(all, 'highlight')}`,
  open: 'Open at the passage',
  noteDots: 'Note…',
  export: 'Export',
  exportAll: 'Export all highlights',
  asMarkdown: 'As Markdown…',
  asAnnotations: 'As web annotations (JSON)…',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied as Markdown.',
  saved: (name: string) => `Saved as ${name}.`,
  none: 'No highlights yet',
  noneText: 'Select a passage in an article, or press v and then h.',
  fileName: 'Highlights',
  nothingFound: 'No highlight is like that.',
  clear: 'Show all',
} as const

export const words = inLanguages(english, german)
