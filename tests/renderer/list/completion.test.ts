import { expect, test } from 'vitest'
import { completion } from '../../../renderer/list/completion.ts'

const names = {
  tags: ['ports', 'old towns', 'poetry', 'he said "no" twice'],
  sites: ['quay.example'],
  authors: ['ada moor'],
  langs: ['en', 'de-at'],
}

test.each([
  ['ta', 'g:'],
  ['lamp si', 'te:'],
  ['lamp -ta', 'g:'],
  ['(sor', 't:'],
  ['t', undefined],
  ['lamp', undefined],
  ['tag:', 'ports'],
  ['tag:poe', 'try'],
  ['tag:ports', undefined],
  ['tag:"old', ' towns"'],
  ['tag:"old t', 'owns"'],
  ['tag:"po', 'rts"'],
  ['tag:"he', ' said \\"no\\" twice"'],
  ['tag:"he said \\"n', 'o\\" twice"'],
  ['tag:"he said \\"no\\" t', 'wice"'],
  ['tag:"ports" ', undefined],
  ['site:q', 'uay.example'],
  ['author:', '"ada moor"'],
  ['author:"ad', 'a moor"'],
  ['lang:d', 'e-at'],
  ['has:p', 'df'],
  ['before:y', 'esterday'],
  ['is:arch', 'ived'],
  ['is:IN', 'box'],
  ['sort:', 'relevance'],
  ['saved:t', 'oday'],
  ['foo:b', undefined],
  ['lamp ', undefined],
])('after %s comes %s', (query, rest) => {
  expect(completion(query, names)).toBe(rest)
})
