import type { Article } from '../preload/article.ts'

/** One as the library has it, whole and unread, in the Inbox. */
export function anArticle(fields: Partial<Article> = {}): Article {
  return {
    id: '01KA000000000000000000000A',
    url: 'https://a.example/steps',
    canonicalUrl: 'https://a.example/steps',
    title: 'A hundred and twelve steps',
    savedAt: '2026-11-20T10:00:00.000Z',
    words: 2_000,
    place: 'inbox',
    favourite: false,
    progress: 0,
    tags: [],
    verdict: 'complete',
    trashed: false,
    reasons: [],
    version: '01KA000000000000000000000B',
    versions: ['01KA000000000000000000000B'],
    capturedAt: '2026-11-20T10:00:00.000Z',
    highlights: 0,
    ...fields,
  }
}
