import { inLanguages } from '../../preload/language.ts'
import { plural } from '../ui/plural.ts'
import { german } from './tagWords.de.ts'

const english = {
  label: (count: number) => (count === 1 ? 'Tags of this article' : `Tags of ${plural(count, 'article')}`),
  placeholder: 'Add a tag',
  offers: 'Tags',
  remove: (tag: string) => `Remove the tag ${tag}`,
  make: (tag: string) => `New tag: ${tag}`,
  hint: 'A slash nests tags: cities/harbours lies below cities.',
} as const

export const tagWords = inLanguages(english, german)
