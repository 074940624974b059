import type { HighlightColour } from '../../library/fold.ts'

const colours: Readonly<Record<HighlightColour, string>> = {
  yellow: 'Yellow',
  green: 'Green',
  blue: 'Blue',
  rose: 'Rose',
}

export const words = {
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
  noteLabel: 'Note on this passage',
  notePlaceholder: 'What do you make of it?',
  noteHint: 'Kept as you write',
  notesInMargin: 'Notes',
  noteOn: (quote: string, note: string) => `Note: ${note} On: ${quote.length > 80 ? `${quote.slice(0, 80)}…` : quote}`,
  noteRecovered: (count: number) =>
    count === 1 ? 'A note you were writing was kept.' : `${count} notes you were writing were kept.`,
} as const
