// Articles for the tests of search, and random ones.
import type { Article } from '../../../preload/article.ts'
import type { Indexed } from '../../../renderer/search/textsOf.ts'
import { anArticle } from '../../anArticle.ts'
import { ulidMaker } from '../../fakes.ts'

export const nextId = ulidMaker()

export function made({
  text = '',
  notes = [],
  ...known
}: Partial<Article> & { text?: string; notes?: readonly string[] }): Indexed {
  const article = anArticle({
    id: nextId(),
    url: 'https://b.example/page',
    canonicalUrl: 'https://b.example/page',
    title: 'A page',
    savedAt: '2026-01-01T00:00:00.000Z',
    words: 100,
    version: nextId(),
    versions: [],
    capturedAt: '2026-01-01T00:00:00.000Z',
    ...known,
  })
  return { article, text, notes }
}
