import { plural } from '../ui/plural.ts'

export const tagWords = {
  label: (count: number) => (count === 1 ? 'Tags of this article' : `Tags of ${plural(count, 'article')}`),
  placeholder: 'Add a tag',
  offers: 'Tags',
  remove: (tag: string) => `Remove the tag ${tag}`,
  make: (tag: string) => `New tag: ${tag}`,
  hint: 'A slash nests tags: cities/harbours lies below cities.',
} as const
