import { formatNumber } from '../../../preload/language.ts'
import type { HighlightColour } from '../../library/fold.ts'

const colours: Readonly<Record<HighlightColour, string>> = { yellow: 'Gelb', green: 'Grün', blue: 'Blau', rose: 'Rosa' }

export const german = {
  colours,
  bar: 'Gewähltes',
  keepIn: (colour: HighlightColour) => `In ${colours[colour]} markieren`,
  changeTo: (colour: HighlightColour) => `In ${colours[colour]} ändern`,
  note: 'Notiz',
  copy: 'Kopieren',
  searchFor: 'Danach suchen',
  remove: 'Markierung entfernen',
  copied: 'Kopiert.',
  nothingChosen: 'Wählen Sie zuerst eine Stelle: mit dem Zeiger, oder Satz für Satz mit v.',
  tooLong: (most: number) =>
    `Eine Markierung fasst höchstens ${formatNumber(most)} Zeichen. Wählen Sie eine kürzere Stelle.`,
  withoutPlace: 'Der Text enthält diese Stelle nicht mehr. Sie ist behalten und steht neben dem Text.',
  noteLabel: 'Notiz zu dieser Stelle',
  notePlaceholder: 'Was denken Sie dazu?',
  notesInMargin: 'Notizen',
  noteOn: (quote: string, note: string) => `Notiz: ${note} Zu: ${quote.length > 80 ? `${quote.slice(0, 80)}…` : quote}`,
  noteRecovered: (count: number) =>
    count === 1
      ? 'Eine Notiz, an der Sie schrieben, wurde behalten.'
      : `${count} Notizen, an denen Sie schrieben, wurden behalten.`,
}
