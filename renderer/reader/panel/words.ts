import type { Verdict } from '../../../preload/article.ts'
import { formatNumber, inLanguages } from '../../../preload/language.ts'
import { plural } from '../../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  panel: 'About this article',
  close: 'Close the panel',
  tabs: { contents: 'Contents', highlights: 'Highlights', details: 'Details', similar: 'Similar' },
  noHeadings: 'This article has no headings.',
  noHighlights: 'Nothing is marked yet. Select a passage, or press v and then h.',
  articleNote: 'Note on this article',
  articleNotePlaceholder: 'Note on this article',
  unplaced: 'Without a place',
  unplacedHint: 'The text of this version does not hold these passages any more. They are kept.',
  title: 'Title',
  source: 'Source',
  author: 'Author',
  published: 'Published',
  language: 'Language',
  saved: 'Saved',
  captured: 'Captured',
  ways: {
    rendered: 'As a browser shows it',
    fetched: 'As the site sends it',
    imported: 'From an import',
    written: 'Written by Offprint',
  },
  by: (app: string) => (/^\d/.test(app) ? `Offprint ${app}` : app),
  verdict: 'Completeness',
  verdicts: {
    complete: 'Complete',
    partial: 'Saved in part',
    wall: 'A notice stood in place of the text',
    error: 'The site answered with an error',
    'not-article': 'No article text',
  } satisfies Record<Verdict, string>,
  versions: 'Versions',
  length: 'Length',
  lengthOf: (count: number) => plural(count, 'word'),
  images: 'Images',
  imageCount: (kept: number, found: number) =>
    kept === found ? formatNumber(kept) : `${formatNumber(kept)} of ${formatNumber(found)} could be saved`,
  size: 'Size on disk',
  licence: 'Licence',
  correct: 'Correct these',
  fields: { title: 'Title', byline: 'Author', publishedAt: 'Published', lang: 'Language' },
  placeholders: { title: '', byline: 'Name', publishedAt: '2026-03-14', lang: 'en' },
  problems: {
    title: '',
    byline: '',
    publishedAt: 'Write the date as year-month-day: 2026-03-14.',
    lang: 'Write the language as a code: en, de, pt-BR.',
  },
  pageSaid: (value: string) => `The page said: ${value}`,
  correctionHint: 'Corrections stay when the page is saved again. An empty field takes what the page says.',
  editTags: 'Tags',
  cancel: 'Cancel',
  keep: 'Keep',
  noSimilar: 'Nothing in the library is much like this yet.',
  askAgain: 'Try again',
  shared: (words: string) => `Both: ${words}`,
} as const

export const words = inLanguages(english, german)
