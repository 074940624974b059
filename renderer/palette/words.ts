import { inLanguages } from '../../preload/language.ts'
import { german } from './words.de.ts'

const english = {
  title: 'Commands and places',
  field: 'Type a command, a tag or a title',
  nothing: 'Nothing is called that.',
  tag: 'Tag',
  article: 'Article',
  savedSearch: 'Saved search',
  renameTag: (tag: string) => `Rename the tag ${tag}`,
  deleteTag: (tag: string) => `Delete the tag ${tag}`,
  renameSearch: (name: string) => `Rename the search ${name}`,
  removeSearch: (name: string) => `Remove the search ${name}`,
  moveSearchUp: (name: string) => `Move the search ${name} up`,
  moveSearchDown: (name: string) => `Move the search ${name} down`,
} as const

export const words = inLanguages(english, german)
