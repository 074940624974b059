import { formatNumber } from '../../preload/language.ts'

export const german = {
  title: 'Gelesen',
  nothing: 'Noch nichts gelesen. Was Sie zu Ende lesen, wird hier gezeichnet und niemandem erzählt.',
  counting: 'Wird gezählt…',
  sum: (articles: number, count: number) =>
    `${formatNumber(articles)} Artikel zu Ende, ${formatNumber(count)} ${count === 1 ? 'Wort' : 'Wörter'} gelesen`,
  year: (year: number) => String(year),
  before: 'Das Jahr davor',
  after: 'Das Jahr danach',
  calendar: 'Zu Ende gelesene Artikel',
  calendarOf: (year: number, articles: number) =>
    `Kalender von ${year}: ${formatNumber(articles)} Artikel zu Ende gelesen`,
  day: (date: string, count: number) => `${date}: ${count === 0 ? 'keiner' : `${formatNumber(count)} Artikel`}`,
  weeks: 'Gelesene Wörter je Woche',
  weeksOf: (year: number, most: number) => `Gelesene Wörter je Woche im Jahr ${year}, höchstens ${formatNumber(most)}`,
  week: (date: string, count: number) => `Woche vom ${date}: ${formatNumber(count)} ${count === 1 ? 'Wort' : 'Wörter'}`,
  most: (count: number) => `höchstens ${formatNumber(count)}`,
  sites: 'Gelesene Wörter je Website',
  tags: 'Gelesene Wörter je Schlagwort',
  noTags: 'Was gelesen wurde, hat keine Schlagwörter.',
  number: formatNumber,
  local: 'Hier aus Ihrer Bibliothek gerechnet. Sonst erfährt es niemand.',
}
