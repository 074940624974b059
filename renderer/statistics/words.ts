import { formatNumber, inLanguages } from '../../preload/language.ts'
import { plural } from '../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  title: 'Reading',
  nothing: 'Nothing read yet. What you finish is drawn here, and told nobody.',
  counting: 'Counting…',
  sum: (articles: number, count: number) => `${plural(articles, 'article')} finished, ${plural(count, 'word')} read`,
  year: (year: number) => String(year),
  before: 'The year before',
  after: 'The year after',
  calendar: 'Articles finished',
  calendarOf: (year: number, articles: number) => `Calendar of ${year}: ${plural(articles, 'article')} finished`,
  day: (date: string, count: number) => `${date}: ${count === 0 ? 'none' : plural(count, 'article')}`,
  weeks: 'Words read by week',
  weeksOf: (year: number, most: number) => `Words read in each week of ${year}, at most ${formatNumber(most)}`,
  week: (date: string, count: number) => `Week of ${date}: ${plural(count, 'word')}`,
  most: (count: number) => `at most ${formatNumber(count)}`,
  sites: 'Words read by site',
  tags: 'Words read by tag',
  noTags: 'No tags on what was read.',
  number: formatNumber,
  local: 'Made from your library, here. Nobody else is told.',
} as const

export const words = inLanguages(english, german)
