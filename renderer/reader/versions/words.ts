import { formatNumber, inLanguages } from '../../../preload/language.ts'
import type { Verdict, Version } from '../../../preload/article.ts'
import { plural } from '../../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  title: 'Versions',
  titleOf: (title: string) => `Versions of “${title}”`,
  one: 'Saved once. Saving it again from the web takes another version; a worse one never takes its place.',
  recapture: 'Save again from the web',
  shown: 'Shown',
  pinned: 'Pinned',
  show: 'Show this version',
  unpin: 'Show the best one again',
  compare: 'Compare',
  back: 'All versions',
  unreadable: 'The files of this version could not be read.',
  between: (before: string, after: string) => `From ${before} to ${after}.`,
  same: 'The two versions have the same text.',
  changed: (gone: string | undefined, come: string | undefined) =>
    gone && come
      ? `${gone} went, ${come} came.`
      : gone
        ? `${gone} went.`
        : come
          ? `${come} came.`
          : 'No word is another.',
  onlyChanges: 'Only what changed',
  left: (paragraphs: string) => `${paragraphs} the same`,
  gone: 'removed',
  come: 'added',
  ways: {
    rendered: 'as a browser shows it',
    fetched: 'without its scripts',
    imported: 'imported',
    written: 'written by Offprint',
  } satisfies Record<Version['how']['way'], string>,
  readAgain: (time: string) => `read again from its snapshot, ${time}`,
  readAgainOf: (time: string) => `${time} (read again)`,
  verdicts: {
    complete: 'Complete',
    partial: 'In part',
    wall: 'A wall',
    error: 'An error page',
    'not-article': 'No article',
  } satisfies Record<Verdict, string>,
  wordsOf: (kept: string, visible: number | undefined, isMore: boolean) =>
    isMore && visible !== undefined ? `${kept} of ${formatNumber(visible)} on the page` : kept,
  images: (kept: number, found: number) => `${formatNumber(kept)} of ${plural(found, 'image')}`,
} as const

export const words = inLanguages(english, german)
