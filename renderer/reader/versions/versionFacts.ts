// What a version is worth, in words: its verdict with reasons, words kept against words found, images kept of found.
import type { Version } from '../../../preload/article.ts'
import { counted } from '../../ui/counted.ts'
import { words } from './words.ts'

/** Below this share what is missing is the page's own furniture, and no news. */
const muchMissing = 0.9

export function versionFacts({ words: kept, visibleWords, images }: Version): readonly string[] {
  const isMore = visibleWords !== undefined && kept < visibleWords * muchMissing
  return [
    words.wordsOf(counted.words(kept), visibleWords, isMore),
    ...(images && images.found > 0 ? [words.images(images.kept, images.found)] : []),
  ]
}
