import { inLanguages } from '../../../preload/language.ts'
import { plural } from '../../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  title: 'Something missing or too much?',
  how: 'Click what belongs to the article and is missing, or what does not belong. By keyboard: arrow keys up and down walk, left and right take more or less, Enter decides.',
  page: 'The page as it looked',
  article: 'The article so made',
  noPage: 'No snapshot of this page was kept, so there is nothing to point at. Save it again from the web.',
  reading: 'The article is being read…',
  unreadable: 'The article could not be made anew. Nothing has changed.',
  nothingChosen: 'Nothing chosen yet.',
  here: (what: string, isIn: boolean) => (isIn ? `In the article: ${what}` : `Left out: ${what}`),
  picture: 'a picture',
  wider: 'More',
  narrower: 'Less',
  leaveOut: 'Leave out',
  takeIn: 'Take in',
  cannotTell: 'Nothing tells this block from the text around it, on other pages of the site. Take more or less.',
  rule: (site: string) => `What you have said of ${site}`,
  noRule: 'Nothing yet: Offprint chooses by itself.',
  lines: { keep: 'Take in', remove: 'Leave out' },
  heading: (text: string) => `with the heading “${text}”`,
  beginning: (text: string) => `beginning “${text}”`,
  places: (count: number) => (count === 0 ? 'not on this page' : plural(count, 'place')),
  takeBack: (line: string) => `Take back: ${line}`,
  amount: (words: string, by: string) => (by === '' ? words : `${words}, ${by}`),
  more: (count: string) => `${count} more`,
  fewer: (count: string) => `${count} fewer`,
  leftUnkept: 'Not kept. What you pointed at is there again the next time.',
  cancel: 'Cancel',
  keep: 'Keep for this site',
  keepHint: 'New articles of this site follow it.',
  applyTitle: (site: string) => `Apply to what is kept of ${site}?`,
  applyText:
    'Each is read again from its snapshot, without a connection. The version before stays, highlights and notes too.',
  all: 'All',
  apply: (articles: string) => `Apply to ${articles}`,
  notNow: 'Not now',
  stop: 'Stop',
  applying: (done: string, total: string) => `${done} of ${total}`,
  applied: (articles: string) => `Read ${articles} again.`,
  alike: 'Read again: nothing differs.',
  failed: (articles: string) => `${articles} could not be read again; nothing was lost.`,
} as const

export const words = inLanguages(english, german)
