import { plural } from '../ui/plural.ts'
import { formatNumber, inLanguages } from '../../preload/language.ts'
import type { Sort } from '../library/articles.ts'
import type { View } from '../library/lists.ts'
import { words as sidebarWords } from '../sidebar/words.ts'
import { german, germanEmptyWords } from './words.de.ts'

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
  seconds: (ms: number) => `${(Math.max(ms, 1) / 1000).toFixed(3)} s`,
  finished: 'Finished',
  favourite: 'Favourite',
  highlights: 'Has highlights',
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
