// Everything a reader does is an act: one line in acts/<device>/<yyyy-mm>.jsonl. The state of the library is the fold of all acts.
// Acts of any devices merge in any order, any number of times: for each field the act with the later clock wins.
import { z } from 'zod'
import { articleId, instant, place, statedDate, tagName, ulid } from './article.ts'
import { worth } from './worth.ts'

/**
 * A hybrid logical clock: the wall time of the device, or of the latest act it has seen if that is later, then a counter.
 * `2026-11-22T17:48:25.123Z+0003`: fixed width, so plain string comparison is its order; equal clocks are ordered by device.
 */
export const clock = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\+[0-9a-f]{4}$/)
/** A device: one profile on one machine. Ten characters, made by chance. */
export const deviceId = z.string().regex(/^[0-9a-z]{10}$/)

export const highlightColours = ['yellow', 'green', 'blue', 'rose'] as const

/** Characters of a passage that a highlight is kept by. */
export const longestQuote = 100_000

const bodies = [
  z.object({
    act: z.literal('saved'),
    article: articleId,
    version: ulid,
    url: z.string(),
    canonicalUrl: z.string(),
    /** Wall time, for people; imports carry the other service's. */
    savedAt: instant,
    /** False when the version is kept aside because an older one is better. */
    current: z.boolean(),
    /** As it was judged. Absent where a person has chosen it, and from older releases. */
    worth: worth.optional().catch(undefined),
  }),
  z.object({ act: z.literal('tagged'), article: articleId, tag: tagName }),
  z.object({ act: z.literal('untagged'), article: articleId, tag: tagName }),
  z.object({ act: z.literal('moved'), article: articleId, place }),
  z.object({ act: z.literal('favourited'), article: articleId, favourite: z.boolean() }),
  z.object({
    act: z.literal('progressed'),
    article: articleId,
    progress: z.number().min(0).max(1),
    paragraph: z.number().int().nonnegative(),
  }),
  z.object({ act: z.literal('noted'), article: articleId, note: z.string().max(1_000_000) }),
  z.object({
    act: z.literal('highlighted'),
    article: articleId,
    highlight: ulid,
    quote: z.string().max(longestQuote),
    prefix: z.string().max(1_000),
    suffix: z.string().max(1_000),
    paragraph: z.number().int().nonnegative(),
    offset: z.number().int().nonnegative(),
    colour: z.enum(highlightColours),
  }),
  z.object({
    act: z.literal('highlight-coloured'),
    article: articleId,
    highlight: ulid,
    colour: z.enum(highlightColours),
  }),
  z.object({ act: z.literal('highlight-noted'), article: articleId, highlight: ulid, note: z.string().max(1_000_000) }),
  z.object({ act: z.literal('highlight-removed'), article: articleId, highlight: ulid, removed: z.boolean() }),
  z.object({
    act: z.literal('corrected'),
    article: articleId,
    field: z.enum(['title', 'byline', 'publishedAt', 'lang']),
    /** Absent: back to what the page said. */
    value: z.union([statedDate, z.string().max(10_000)]).optional(),
  }),
  z.object({ act: z.literal('version-pinned'), article: articleId, version: ulid.optional() }),
  z.object({ act: z.literal('trashed'), article: articleId }),
  z.object({ act: z.literal('restored'), article: articleId }),
  /** Final. Names every id that the article had folded together. */
  z.object({ act: z.literal('purged'), article: articleId, also: z.array(articleId).optional() }),
  z.object({ act: z.literal('search-saved'), search: ulid, name: z.string().max(300), query: z.string().max(10_000) }),
  z.object({ act: z.literal('search-removed'), search: ulid }),
  z.object({ act: z.literal('rule-made'), site: z.string().max(300), rule: z.string().max(100_000) }),
  z.object({ act: z.literal('set'), key: z.string().max(100), value: z.json() }),
] as const

/** An act before the vault has given it its clock and device. */
export const actBody = z.discriminatedUnion('act', bodies)
export type ActBody = z.infer<typeof actBody>

const stamp = z.object({ clock, device: deviceId })
/** An act as it stands in the vault, without its checksum. */
export const act = z.intersection(stamp, actBody)
export type Act = z.infer<typeof act>
