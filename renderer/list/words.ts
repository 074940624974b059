import { plural } from '../ui/plural.ts'
import { formatNumber, inLanguages } from '../../preload/language.ts'
import type { Sort } from '../library/articles.ts'
import type { View } from '../library/lists.ts'
import { words as sidebarWords } from '../sidebar/words.ts'
import { german, germanEmptyWords, germanSearchHelp } from './words.de.ts'

const english = {
  searchPlaceholder: 'Search',
  clearSearch: 'Clear the search',
  results: 'Results',
  articles: (count: number) => plural(count, 'article'),
  sort: 'Order',
  relevance: 'Relevance',
  sorts: {
    newest: 'Newest',
    oldest: 'Oldest',
    title: 'Title',
    published: 'Date of the article',
    longest: 'Longest',
    shortest: 'Shortest',
  } satisfies Record<Sort, string>,
  chosen: (count: number) => `${formatNumber(count)} chosen`,
  chosenActs: 'For the articles chosen',
  seconds: (ms: number) => `${(Math.max(ms, 1) / 1000).toFixed(3)} s`,
  finished: 'Finished',
  favourite: 'Favourite',
  highlights: 'Has highlights',
  pdf: 'PDF',
  verdicts: {
    partial: 'Saved in part',
    wall: 'Behind a wall',
    error: 'Needs attention',
    'not-article': 'Link only',
  },
  open: 'Open',
  saveSearch: 'Keep this search',
  emptyTrash: 'Empty the Trash',
  waiting: 'Waiting',
  waitingUntil: (time: string) => `Waiting until ${time}, as the site asked`,
  paused: 'Paused',
  pause: 'Pause',
  goOn: 'Go on',
  stages: {
    opening: 'Opening the page',
    loading: 'Loading the page',
    images: 'Collecting the images',
    reading: 'Reading the text',
    storing: 'Writing it down',
  },
  notSaved: 'Not saved',
  linksNotSaved: (count: number) => `${plural(count, 'link')} could not be saved`,
  linksCancelled: (count: number) => `${plural(count, 'link')} cancelled`,
  showFailed: 'Show',
  retry: 'Retry',
  openInBrowser: 'Open in browser',
  remove: 'Remove',
  allowHost: 'Allow this host',
  signIn: 'Sign in',
  retryAt: (time: string) => `Tries again at ${time}.`,
  cancel: 'Cancel',
  back: 'Back',
  narrowed: 'No article has all of this.',
  without: (term: string) => `Search without ${term}`,
  clear: 'Clear the search',
  searchFailed: 'This search cannot be read.',
  searchStopped: 'No search just now',
  completes: (query: string) => `Tab completes to ${query}`,
  alsoFor: 'Also for',
  noneAsTyped: 'None as typed',
  articlesFor: (count: number) => `${plural(count, 'article')} for`,
  didYouMean: 'Did you mean',
  instead: (operator: string) => `Search with ${operator}`,
  earlierSearches: 'Earlier searches',
  hasEarlier: 'Arrow down: earlier searches',
  forgetSearch: (query: string) => `Forget ${query}`,
  forgetSearches: 'Forget all searches',
  narrow: 'Narrow the results',
  narrowTo: (kind: 'tag' | 'site', name: string, count: number) =>
    `${kind === 'tag' ? 'Tag' : 'Site'} ${name}: ${plural(count, 'article')}`,
  searchHelp: 'What search understands',
  why: 'Why this?',
  whyIn: (count: number, field: string) => `${formatNumber(count)} in the ${field === 'about' ? 'details' : field}`,
  whyRarity: (articles: number) =>
    `in ${formatNumber(articles)} ${articles === 1 ? 'article' : 'articles'}: the rarer, the more it counts`,
  whyNear: 'Close together',
  whyNearText: 'the words stand side by side, or nearly so',
  whyLift: 'New or favourite',
  whyLiftText: 'a little more, never enough to beat a clear match',
  whyScore: 'Score',
  whyNot: 'As they are typed, these words do not find it.',
  whyNoWords: 'It fits all that was asked. No words were asked for, so the newest come first.',
} as const

export const words = inLanguages(english, german)

export function viewName(view: View): string {
  return view.kind === 'tag' ? view.tag : sidebarWords.views[view.kind]
}

function englishEmptyWords(view: View): { readonly title: string; readonly text: string } {
  switch (view.kind) {
    case 'inbox':
      return {
        title: 'The Inbox is empty',
        text: 'What you save arrives here, and stays until you put it aside or finish it.',
      }
    case 'later':
      return { title: 'Nothing put aside', text: 'Press l on an article to keep it for later.' }
    case 'favourites':
      return { title: 'No favourites yet', text: 'Press s on an article that you want to come back to.' }
    case 'archive':
      return {
        title: 'The Archive is empty',
        text: 'Press e when you have finished an article. It stays here, and search finds it.',
      }
    case 'all':
      return { title: 'Nothing saved yet', text: 'Save a link, and its text and pictures are kept here.' }
    case 'highlights':
      return { title: 'No highlights yet', text: 'Articles in which you have marked a passage are listed here.' }
    case 'trash':
      return { title: 'The Trash is empty', text: 'What you throw away waits here until you delete it for good.' }
    case 'tag':
      return {
        title: `No article is tagged ${view.tag}`,
        text: 'Press t on an article to tag it, or drag it onto the tag.',
      }
  }
}

/** What an empty view says: what belongs here, and how it gets here. */
export const emptyWords = inLanguages(englishEmptyWords, germanEmptyWords)

/** The grammar of search, as a person learns it. */
const englishSearchHelp: readonly SearchHelp[] = [
  {
    write: 'old harbour',
    finds: 'Articles with all of these words, in any form: harbours too. What you are typing may go on.',
  },
  { write: '"old harbour"', finds: 'The words side by side, exactly as written.' },
  { write: 'lamp OR lantern', finds: 'Either of them. Brackets group: (lamp OR lantern) harbour.' },
  { write: 'harbour -ferry', finds: 'Without a word, a phrase in quotes, a group or an operator.' },
  { write: 'harb*', finds: 'Words that begin so.' },
  { write: '*arbo*', finds: 'Words that hold these letters.' },
  {
    write: 'tag:ports',
    finds:
      'With this tag, or one below it. In quotes when it has spaces: tag:"old towns". A quote in it is written \\".',
  },
  { write: 'site:example.org', finds: 'From this site, by its address or its name.' },
  { write: 'author:moor', finds: 'By this author.' },
  { write: 'in:title harbour', finds: 'Only in the title. Also in:text and in:notes.' },
  { write: 'is:unread', finds: 'Also inbox, later, archived, favourite, highlighted and trashed.' },
  { write: 'has:note', finds: 'With a note of yours; has:image with a picture, has:pdf kept as a PDF.' },
  { write: 'lang:de', finds: 'In this language.' },
  {
    write: 'saved:2w',
    finds: 'Saved in the last two weeks. Also today, yesterday, 3d, 6m, 1y, 2024, 2024-03, 2023..2024.',
  },
  {
    write: 'after:2024-03',
    finds: 'Published after, or before:2020. An article without a date has that of its saving.',
  },
  { write: 'words:>2000', finds: 'Long ones; words:<500 short ones, words:500..2000 those between.' },
  { write: 'sort:newest', finds: 'In this order: relevance, newest, oldest, title, published, longest or shortest.' },
]

type SearchHelp = { readonly write: string; readonly finds: string }

export const searchHelp = inLanguages(englishSearchHelp, germanSearchHelp)
