import { formatNumber, inLanguages } from '../../../preload/language.ts'
import type { HighlightColour } from '../../library/fold.ts'
import { german } from './words.de.ts'

const colours: Readonly<Record<HighlightColour, string>> = {
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  rose: 'Rose',
}

const english = {
  colours,
  bar: 'What is chosen',
  keepIn: (colour: HighlightColour) => `Highlight in ${colours[colour].toLowerCase()}`,
  changeTo: (colour: HighlightColour) => `Change to ${colours[colour].toLowerCase()}`,
  note: 'Note',
  copy: 'Copy',
  searchFor: 'Search for this',
  remove: 'Remove the highlight',
  copied: 'Copied.',
  nothingChosen: 'Choose a passage first: with the pointer, or sentence by sentence with v.',
  tooLong: (most: number) => `A highlight holds ${formatNumber(most)} characters at most. Choose a shorter passage.`,
  withoutPlace: 'The text does not hold this passage any more. It is kept, and listed beside the text.',
  noteLabel: 'Note on this passage',
  notePlaceholder: 'What do you make of it?',
  notesInMargin: 'Notes',
  noteOn: (quote: string, note: string) => `Note: ${note} On: ${quote.length > 80 ? `${quote.slice(0, 80)}…` : quote}`,
  noteRecovered: (count: number) =>
    count === 1 ? 'A note you were writing was kept.' : `${count} notes you were writing were kept.`,
} as const

export const words = inLanguages(english, german)
