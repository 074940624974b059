import { formatNumber, inLanguages } from '../../preload/language.ts'
import type { OutcomeCounts } from '../app/listSummary.ts'
import { plural } from '../ui/plural.ts'
import { german } from './words.de.ts'

const english = {
  title: 'Save a link',
  listTitle: 'Save a list of links',
  field: 'Web address, or several, one on each line',
  placeholder: 'https://',
  listPlaceholder: 'https://\nhttps://\nhttps://',
  save: 'Save',
  saveMany: (count: number) => `Save ${plural(count, 'link')}`,
  cancel: 'Cancel',
  hint: 'Enter saves, Shift Enter begins a new line.',
  refused: (count: number) => (count === 1 ? 'This one was not saved:' : `${plural(count, 'line')} were not saved:`),
  manyTitle: (count: number) => `Save ${plural(count, 'link')}?`,
  manyText: 'They are fetched one after the other while you go on reading. You can stop at any time.',
  /** In the strip below the list. */
  summary: ({ saved, here, failed, cancelled, offline }: OutcomeCounts) =>
    [
      saved > 0 && `${formatNumber(saved)} saved`,
      here > 0 && `${formatNumber(here)} already here`,
      failed > 0 && `${formatNumber(failed)} failed`,
      cancelled > 0 && `${formatNumber(cancelled)} cancelled`,
      offline > 0 && `${formatNumber(offline)} waiting for the network`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  showSummary: 'Show',
  endSummary: 'Put away',
  summaryTitle: (kept: number, total: number) =>
    kept === total
      ? `All ${plural(total, 'link')} are kept`
      : `${formatNumber(kept)} of ${plural(total, 'link')} are kept`,
  summarySaved: 'saved',
  summaryHere: 'already here: a new version was taken of each',
  summaryFailed: 'failed: they stay at the top of the Inbox until they are saved or removed',
  summaryCancelled: 'cancelled: they can be tried again until Offprint is closed',
  summaryOffline: 'waiting for the network: they are tried again by themselves',
  summaryLeft: 'Not saved',
  summaryUnderWay: 'being tried again',
  summaryMore: (count: number) => `and ${formatNumber(count)} more`,
  showInList: 'Show in the list',
  removeAll: (count: number) => (count === 1 ? 'Remove' : `Remove all ${formatNumber(count)}`),
  retryOne: 'Retry',
  retryAll: (count: number) => (count === 1 ? 'Retry' : `Retry all ${formatNumber(count)}`),
  close: 'Close',
  drop: 'Drop to save',
  dropHint: 'Links, text with links, or a file of links',
  noLinks: 'There is no web address in that.',
  noList: 'A file of that kind holds no list of links.',
  tooLarge: 'That file is too large to be a list of links.',
  empty: 'Enter a web address.',
} as const

export const words = inLanguages(english, german)
