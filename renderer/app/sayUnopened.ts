// The library can be neither opened nor made anew: a disk that is full or has failed. Whoever waits for it, in the window or at a command line, is told.
import { failureWords, type Failure } from '../../preload/failure.ts'
import { ask, listen } from './bridge.ts'
import { showNotice } from './notices.ts'

const failure: Failure = { code: 'list-unopened' }

export function sayUnopened(thrown: unknown) {
  console.error('The library could not be opened.', thrown)
  showNotice({ kind: 'library', words: failureWords(failure) })
  listen('question.asked', ({ n }) => void ask('question.answer', n, { failure }))
  void ask('question.listening')
  // Without a list nothing is painted that would show the window.
  void ask('app.painted')
}
