// Acts made by chance.
import type { ActBody } from '../../../preload/act.ts'
import { ulidMaker } from '../../fakes.ts'
import type { Random } from '../../random.ts'

const nextId = ulidMaker(1_000_000)
export const someIds: readonly string[] = Array.from({ length: 6 }, nextId)
const someVersions: readonly string[] = Array.from({ length: 10 }, nextId)
const someMarks: readonly string[] = Array.from({ length: 3 }, nextId)
const someTags = ['harbours', 'cities', 'cities/ports', 'été', '__proto__']

/** Any act on one of a few ids, so that they meet often. A version belongs to one id for good. */
export function randomBody(random: Random): ActBody {
  const article = random.pick(someIds)
  const highlight = random.pick(someMarks)
  const tag = random.pick(someTags)
  const choice = random.below(40)
  if (choice < 12) {
    const at = random.below(someVersions.length)
    return {
      act: 'saved',
      article: someIds[at % someIds.length]!,
      version: someVersions[at]!,
      url: `https://a.example/${random.below(4)}`,
      canonicalUrl: `https://a.example/${random.below(3)}`,
      savedAt: `2026-01-0${1 + random.below(9)}T10:00:00.000Z`,
      current: random.below(3) > 0,
      ...(random.below(2) > 0 && {
        worth: { verdict: random.pick(['complete', 'wall'] as const), words: random.below(1_000) },
      }),
    }
  }
  if (choice < 15) return { act: 'tagged', article, tag }
  if (choice < 17) return { act: 'untagged', article, tag }
  if (choice < 20) return { act: 'moved', article, place: random.pick(['inbox', 'later', 'archive'] as const) }
  if (choice < 22) return { act: 'favourited', article, favourite: random.below(2) === 0 }
  if (choice < 24) return { act: 'progressed', article, progress: random.below(5) / 4, paragraph: random.below(9) }
  if (choice < 26) return { act: 'noted', article, note: random.pick(['', 'read again', 'for the talk']) }
  if (choice < 28) {
    return {
      act: 'highlighted',
      article,
      highlight,
      quote: `quote ${random.below(3)}`,
      prefix: '',
      suffix: '',
      paragraph: random.below(4),
      offset: 0,
      colour: random.pick(['yellow', 'green'] as const),
    }
  }
  if (choice < 29)
    return { act: 'highlight-coloured', article, highlight, colour: random.pick(['blue', 'rose'] as const) }
  if (choice < 30) return { act: 'highlight-noted', article, highlight, note: random.pick(['', 'why']) }
  if (choice < 32) return { act: 'highlight-removed', article, highlight, removed: random.below(2) === 0 }
  if (choice < 34) {
    const value = random.pick([undefined, 'Another title', '2024-05-01'])
    return {
      act: 'corrected',
      article,
      field: random.pick(['title', 'publishedAt', 'lang'] as const),
      ...(value ? { value } : {}),
    }
  }
  if (choice < 35) return { act: 'version-pinned', article, version: random.pick(someVersions) }
  if (choice < 37) return { act: random.pick(['trashed', 'restored'] as const), article }
  if (choice < 38) return { act: 'purged', article, ...(random.below(2) === 0 ? { also: [random.pick(someIds)] } : {}) }
  if (choice < 39) return { act: 'search-saved', search: highlight, name: 'Ports', query: tag }
  return { act: 'search-removed', search: highlight }
}
