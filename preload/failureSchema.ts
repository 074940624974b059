// The failures as data. Apart from their words and from how they are handed on: what only answers, as the search worker does, need not load a library of schemas.
import { z } from 'zod'

export const failure = z.discriminatedUnion('code', [
  // What was typed or passed in
  z.object({ code: z.literal('empty-address') }),
  z.object({ code: z.literal('invalid-address') }),
  z.object({ code: z.literal('unsupported-scheme') }),
  z.object({ code: z.literal('port-not-allowed') }),
  z.object({ code: z.literal('address-too-long'), limit: z.number() }),
  z.object({ code: z.literal('link-unusable') }),
  // Policy; `host` is set when the person may allow it
  z.object({ code: z.literal('private-address'), allowable: z.string().optional() }),
  z.object({ code: z.literal('not-allowed') }),
  // The network and the site; the link is kept
  z.object({ code: z.literal('offline') }),
  z.object({ code: z.literal('host-not-found'), host: z.string() }),
  z.object({ code: z.literal('no-secure-address'), host: z.string() }),
  z.object({ code: z.literal('connection-closed'), host: z.string() }),
  z.object({ code: z.literal('too-many-redirects') }),
  z.object({ code: z.literal('sign-in-needed') }),
  z.object({
    code: z.literal('http-status'),
    status: z.number(),
    reason: z.string(),
    retryAfterSeconds: z.number().optional(),
    /** Its page wants to see that no robot is reading. */
    asksForProof: z.literal(true).optional(),
  }),
  z.object({ code: z.literal('certificate'), reason: z.string() }),
  z.object({ code: z.literal('too-slow'), seconds: z.number() }),
  z.object({ code: z.literal('too-large'), limitMegabytes: z.number() }),
  z.object({ code: z.literal('expands-too-much'), limitMegabytes: z.number() }),
  z.object({ code: z.literal('damaged-data') }),
  z.object({ code: z.literal('not-a-page') }),
  z.object({ code: z.literal('empty-page') }),
  z.object({ code: z.literal('invalid-answer') }),
  z.object({ code: z.literal('script-stuck') }),
  z.object({ code: z.literal('too-complex') }),
  z.object({ code: z.literal('page-crashed') }),
  z.object({ code: z.literal('cancelled') }),
  // The disk and the library
  z.object({ code: z.literal('disk-full') }),
  z.object({ code: z.literal('cannot-write'), reason: z.string() }),
  z.object({ code: z.literal('file-not-written'), file: z.string(), reason: z.string() }),
  z.object({ code: z.literal('file-not-read'), file: z.string(), why: z.enum(['too-large', 'no-text', 'system']) }),
  z.object({
    code: z.literal('library-in-use'),
    pid: z.number().optional(),
    /** It lives, and says nothing: it is stopped or stuck. */
    isSilent: z.literal(true).optional(),
    /** Somebody else's process, which we can neither ask nor look at. */
    byOtherUser: z.literal(true).optional(),
  }),
  /** Its folder is empty, and was not before. */
  z.object({ code: z.literal('library-gone'), folder: z.string() }),
  /** The database that lists it can be neither opened nor made anew. */
  z.object({ code: z.literal('list-unopened') }),
  z.object({ code: z.literal('newer-library') }),
  z.object({ code: z.literal('damaged'), files: z.array(z.string()) }),
  z.object({ code: z.literal('unknown-id'), id: z.string() }),
  z.object({ code: z.literal('deleted-for-good') }),
  z.object({
    code: z.literal('bad-query'),
    message: z.string(),
    /** Where what cannot be meant begins, and what may have been meant instead. */
    position: z.number(),
    instead: z.string().optional(),
  }),
  /** The worker that searches has ended, or cannot read what it has written. */
  z.object({ code: z.literal('search-stopped') }),
  z.object({ code: z.literal('usage'), message: z.string() }),
  // What was thrown and is nobody's fault but ours
  z.object({ code: z.literal('bug'), message: z.string() }),
])
