// A capture under way, as the queue keeps it and the list shows it.
import { z } from 'zod'
import { articleId, instant, ulid, verdict } from './article.ts'
import { captureNotes } from './captureNote.ts'
import { failure } from './failureSchema.ts'

/** In the order they happen. */
export const stages = ['opening', 'loading', 'images', 'reading', 'storing'] as const
export type Stage = (typeof stages)[number]

export const captureState = z.discriminatedUnion('kind', [
  /** `until`: the site has asked to be left alone so long. Said of the first in line of each host. */
  z.object({ kind: z.literal('waiting'), until: instant.optional() }),
  z.object({ kind: z.literal('running'), stage: z.enum(stages) }),
  /** Kept. `knownSince` is set when the article was there already and this capture is one more version of it. */
  z.object({
    kind: z.literal('saved'),
    article: articleId,
    version: ulid,
    verdict,
    knownSince: instant.optional(),
    /** False when the older version was better and stays the one shown. */
    current: z.boolean(),
    /** Sentences for the person: "Sign-in details were removed from the address." */
    notes: z.array(z.string()),
    noted: captureNotes,
  }),
  z.object({ kind: z.literal('failed'), failure, retryAt: instant.optional() }),
])

export const captureJob = z.object({
  id: ulid,
  /** As it will be fetched: checked, without credentials. */
  url: z.string(),
  /** For people: the host, in punycode where it is not plain. */
  host: z.string(),
  addedAt: instant,
  tries: z.number().int().nonnegative(),
  /** Known while the page is loading. */
  title: z.string().optional(),
  notes: z.array(z.string()),
  noted: captureNotes,
  /** No scheme was written and https was taken. */
  assumedHttps: z.boolean().optional(),
  /** host:port pairs on the person's own computer or network that were allowed together with this address. */
  allow: z.array(z.string().max(300)).max(1_000).optional(),
  /** One of a long list: fetched without a window first, rendered where that is not good enough. */
  isBulk: z.boolean().optional(),
  /** The ids it is stored under, settled before anything is stored: a capture that a crash cut short is finished, not made twice. */
  plan: z
    .object({
      article: articleId,
      version: ulid,
      /** The article that it turned out to be a version of, and is stored under instead. */
      known: articleId.optional(),
    })
    .optional(),
  state: captureState,
})
export type CaptureJob = z.infer<typeof captureJob>
export type CaptureState = z.infer<typeof captureState>
