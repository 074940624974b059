// The lists of the sidebar as index keys, the newest first, so that the first rows of a list are the first of one index read.
// Counts are kept beside them, never recounted.
import type { Article } from '../../preload/article.ts'

export type View =
  | { readonly kind: 'inbox' | 'later' | 'favourites' | 'archive' | 'all' | 'highlights' | 'trash' }
  | { readonly kind: 'tag'; readonly tag: string }

export const viewKinds = ['inbox', 'later', 'favourites', 'archive', 'all', 'highlights', 'trash'] as const

const separator = '\u0000'
const tagPrefix = 'tag:'

/** Counted beside the lists: passages, not articles, outside the Trash. */
export const passageCount = 'passages'

export function listOf(view: View): string {
  return view.kind === 'tag' ? tagPrefix + view.tag : view.kind
}

/** The tag of a list's name, or undefined when it is no tag's list. */
export function tagOfList(list: string): string | undefined {
  return list.startsWith(tagPrefix) ? list.slice(tagPrefix.length) : undefined
}

/** Lowest and highest key of a list. */
export function listRange(list: string): readonly [string, string] {
  return [list + separator, `${list}${separator}\uffff`]
}

export function listOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf(separator))
}

/** The key of an article in a list, among those that it has. */
export function keyIn(list: string, keys: readonly string[]): string | undefined {
  return keys.find((key) => key.startsWith(list + separator))
}

/** The keys of an article. `trashedAt` sorts the Trash; everything else is sorted by when it was saved. */
export function listKeys(article: Article, trashedAt: string | undefined): string[] {
  if (article.trashed) return [`trash${separator}${newestFirst(trashedAt ?? article.savedAt)}`]
  const lists = ['all', article.place]
  if (article.favourite) lists.push('favourites')
  if (article.highlights > 0) lists.push('highlights')
  for (const tag of new Set(article.tags.flatMap(withParents))) lists.push(tagPrefix + tag)
  return lists.map((list) => `${list}${separator}${newestFirst(article.savedAt)}`)
}

/** An instant as a key that is the smaller the later it was: an index is read from its beginning, backwards it is slow. */
function newestFirst(instant: string): string {
  return instant.replace(/\d/g, (digit) => String(9 - Number(digit)))
}

/** `a/b/c` lies in `a/b` and in `a` too. */
export function withParents(tag: string): string[] {
  const parts = tag.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
