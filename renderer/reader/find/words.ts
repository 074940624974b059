import { formatNumber, inLanguages } from '../../../preload/language.ts'
import { markedWords } from '../mostMarked.ts'

const english = {
  find: 'Find in this article',
  none: 'Not found',
  place: (at: number, count: number) =>
    at < 0 ? `${markedWords(count)} found` : `${formatNumber(at + 1)} of ${markedWords(count)}`,
  next: 'Next place',
  previous: 'Previous place',
  close: 'Stop finding',
} as const

const german = {
  find: 'In diesem Artikel finden',
  none: 'Nicht gefunden',
  place: (at: number, count: number) =>
    at < 0 ? `${markedWords(count)} gefunden` : `${formatNumber(at + 1)} von ${markedWords(count)}`,
  next: 'Nächste Stelle',
  previous: 'Vorige Stelle',
  close: 'Finden beenden',
}

export const words = inLanguages(english, german)
