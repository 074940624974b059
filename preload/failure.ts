// Every expected way to fail, as a union, and the one table of words for them. What only a bug can cause is thrown instead.
// The texts are those of the table of bad inputs in ARCHITECTURE.md; the window, the command line and the tests all take them from here.
import type { z } from 'zod'
import { germanFailureWords } from './failureWords.de.ts'
import type { failure } from './failureSchema.ts'
import { inLanguages } from './language.ts'

/** How a failure ends: refused, refused by policy, link kept with a retry, storage refused. Decides the exit code. */
export type FailureClass = 'refused' | 'policy' | 'link-kept' | 'storage'

export type Failure = z.infer<typeof failure>

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(reason: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: reason }
}

const unreadable = {
  'too-large': 'it is too large',
  'no-text': 'it holds no plain text',
  system: 'the system does not give it',
} as const

/** As the command line says it, whatever language the window speaks: scripts read it, and its other words are English too. */
export function englishFailureWords(reason: Failure): string {
  switch (reason.code) {
    case 'empty-address':
      return 'Enter a web address.'
    case 'invalid-address':
      return 'That is not a valid web address.'
    case 'unsupported-scheme':
      return 'Only http and https pages can be saved.'
    case 'port-not-allowed':
      return 'That port is not allowed for web pages.'
    case 'address-too-long':
      return `The address is too long (limit ${reason.limit.toLocaleString('en-GB')}).`
    case 'link-unusable':
      return 'This link cannot be used.'
    case 'private-address':
      return 'This address is on your own computer or network. It was not opened.'
    case 'not-allowed':
      return 'Not allowed.'
    case 'offline':
      return 'You are offline. The link is queued.'
    case 'host-not-found':
      return `Could not find ${reason.host}.`
    case 'no-secure-address':
      return `${reason.host} has no secure address; write http:// to save it anyway.`
    case 'connection-closed':
      return `${reason.host} closed the connection.`
    case 'too-many-redirects':
      return 'The page redirects too many times.'
    case 'sign-in-needed':
      return 'This page needs a sign-in.'
    case 'http-status':
      return reason.asksForProof
        ? `The site asked for proof that no robot is reading (${statusWords(reason)}); its page was not shown.`
        : `The site answered ${statusWords(reason)}.`
    case 'certificate':
      return `The site's security certificate is not valid (${reason.reason}).`
    case 'too-slow':
      return `The page took too long (${reason.seconds} s).`
    case 'too-large':
      return `The page is larger than ${reason.limitMegabytes} MB.`
    case 'expands-too-much':
      return `The page expands to more than ${reason.limitMegabytes} MB.`
    case 'damaged-data':
      return 'The page data is damaged.'
    case 'not-a-page':
      return 'This address is a file, not a page.'
    case 'empty-page':
      return 'The page was empty.'
    case 'invalid-answer':
      return 'The site sent an invalid answer.'
    case 'script-stuck':
      return "The page's script did not come to an end."
    case 'too-complex':
      return 'The page is too complex to read.'
    case 'page-crashed':
      return 'The page stopped working while it was being saved.'
    case 'cancelled':
      return 'Cancelled.'
    case 'disk-full':
      return 'Your disk is full. The page was NOT saved; nothing else was changed.'
    case 'cannot-write':
      return `Cannot write to the library folder: ${reason.reason}.`
    case 'file-not-written':
      return `Could not write ${reason.file}: ${reason.reason}.`
    case 'file-not-read':
      return `Could not read ${reason.file}: ${unreadable[reason.why]}. Nothing has changed.`
    case 'library-in-use':
      if (reason.byOtherUser === true) return 'The library is in use by another user of this computer.'
      return `The library is in use by another program${reason.pid === undefined ? '' : ` (pid ${reason.pid})`}.`
    case 'library-gone':
      return `The library that was kept in ${reason.folder} is not there. Nothing was written; connect its drive, or start Offprint without a command to start anew.`
    case 'list-unopened':
      return 'The list of your articles could not be opened. Your articles are safe in their files. Make room on the disk, then open Offprint again.'
    case 'newer-library':
      return 'This library was made by a newer version.'
    case 'damaged':
      return `Needs attention: ${reason.files.join(', ')}.`
    case 'unknown-id':
      return `No article has the id ${reason.id}.`
    case 'deleted-for-good':
      return 'That was deleted for good, and cannot come back.'
    case 'search-stopped':
      return 'The search stopped working. Nothing was lost; search once more, or open Offprint again.'
    case 'bad-query':
    case 'usage':
      return reason.message
    case 'bug':
      return `Something went wrong inside Offprint: ${reason.message}`
    default:
      return unreachable(reason)
  }
}

export function statusWords({ status, reason }: { readonly status: number; readonly reason: string }): string {
  return [status, reason].filter(Boolean).join(' ')
}

/** One sentence or two, plain and without blame: what happened, and what to do if there is something. */
export const failureWords = inLanguages(englishFailureWords, germanFailureWords)

export function failureClass(reason: Failure): FailureClass {
  switch (reason.code) {
    case 'private-address':
    case 'not-allowed':
      return 'policy'
    case 'disk-full':
    case 'cannot-write':
    case 'file-not-written':
    case 'file-not-read':
    case 'library-in-use':
    case 'library-gone':
    case 'list-unopened':
    case 'newer-library':
    case 'damaged':
    case 'search-stopped':
    case 'bug':
      return 'storage'
    case 'empty-address':
    case 'invalid-address':
    case 'unsupported-scheme':
    case 'port-not-allowed':
    case 'address-too-long':
    case 'link-unusable':
    case 'unknown-id':
    case 'deleted-for-good':
    case 'bad-query':
    case 'usage':
      return 'refused'
    default:
      return 'link-kept'
  }
}

/** What was thrown, as a failure for the person. `Error.cause` is for the log, never for this text. */
export function toFailure(thrown: unknown): Failure {
  return { code: 'bug', message: thrown instanceof Error ? thrown.message : String(thrown) }
}

/** For the `default` of a switch over a union: a compile error names the missing case. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
