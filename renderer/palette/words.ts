import { inLanguages } from '../../preload/language.ts'
import { german } from './words.de.ts'

const english = {
  title: 'Commands and places',
  field: 'Type a command, a tag or a title',
  nothing: 'Nothing is called that.',
  tag: 'Tag',
  article: 'Article',
  savedSearch: 'Saved search',
} as const

export const words = inLanguages(english, german)
