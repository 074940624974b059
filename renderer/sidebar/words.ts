import { inLanguages } from '../../preload/language.ts'
import { german } from './words.de.ts'

const english = {
  views: {
    inbox: 'Inbox',
    later: 'Later',
    favourites: 'Favourites',
    archive: 'Archive',
    all: 'All',
    highlights: 'Highlights',
    trash: 'Trash',
  },
  library: 'Library',
  tags: 'Tags',
  savedSearches: 'Saved searches',
  add: 'Save a link',
  fold: (tag: string) => `Hide the tags below ${tag}`,
  unfold: (tag: string) => `Show the tags below ${tag}`,
} as const

export const words = inLanguages(english, german)
