// What is said between main and the extract page: its own origin, one MessagePort, these messages. Schemas run on both sides.
import { z } from 'zod'
import { blobName, statedShape, verdict } from './article.ts'
import { reason } from './reason.ts'
import { ruleText } from './siteRule.ts'

/** A page from a file is not read beyond this, unpacked. */
export const largestPageBytes = 20_000_000

/** By its first two bytes (RFC 1952). */
export function isGzipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

export const extractRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('extract'),
    n: z.number().int(),
    /** The frozen page: resources as offprint-asset: addresses, layout marks where they could be taken. */
    html: z.string(),
    /** The address the page was loaded from, for resolving links. */
    url: z.string(),
    /** What a person has said of the pages of its site: see siteRule.ts. */
    rule: ruleText.optional(),
  }),
  z.object({ kind: z.literal('thumbnail'), n: z.number().int(), bytes: z.instanceof(Uint8Array), mime: z.string() }),
  z.object({ kind: z.literal('pdf'), n: z.number().int(), bytes: z.instanceof(Uint8Array), url: z.string() }),
  /** For looking at extraction itself: a page as it lies on the disk, in whatever charset, gzipped or not. */
  z.object({
    kind: z.literal('examine'),
    n: z.number().int(),
    bytes: z.instanceof(Uint8Array),
    url: z.string(),
    why: z.boolean(),
  }),
])
export type ExtractRequest = z.infer<typeof extractRequest>

/** What extraction makes of a frozen page: everything of a version but what only main knows. */
export const extraction = z.object({
  ...statedShape,
  /** What the page says its address is, made absolute; absent when it says nothing or nonsense. */
  canonicalUrl: z.string().optional(),
  /** Sanitised: the exact string that is stored. */
  html: z.string(),
  text: z.string(),
  words: z.number().int(),
  /** Words of the page that read like text, those of the article among them. */
  visibleWords: z.number().int().optional(),
  leadImage: blobName.optional(),
  /** The blobs that the reader HTML shows. */
  blobs: z.array(blobName),
  images: z.object({ kept: z.number().int(), found: z.number().int() }),
  verdict,
  reasons: z.array(z.string()),
  because: z.array(reason).optional(),
})
export type Extraction = z.infer<typeof extraction>

/** A block of text that a step has removed from the page or the article, or added to it. */
export const change = z.object({ step: z.string(), removed: z.string().optional(), added: z.string().optional() })

export const examination = extraction.extend({
  textWithoutCaptions: z.string(),
  why: z.array(change).optional(),
})
export type Examination = z.infer<typeof examination>

export const extractAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('extracted'), n: z.number().int(), extraction }),
  z.object({ kind: z.literal('examined'), n: z.number().int(), examination }),
  z.object({
    kind: z.literal('pdf'),
    n: z.number().int(),
    extraction,
    pages: z.number().int().optional(),
    /** The top of its first page, as a thumbnail. */
    thumbnail: z.instanceof(Uint8Array).optional(),
  }),
  /** A 128 px square, cut from the middle; WebP. */
  z.object({ kind: z.literal('thumbnail'), n: z.number().int(), bytes: z.instanceof(Uint8Array) }),
  z.object({
    kind: z.literal('failed'),
    n: z.number().int(),
    message: z.string(),
    /** Set when the page is to blame; otherwise it is a bug. */
    code: z.enum(['too-complex', 'damaged-data']).optional(),
  }),
])
export type ExtractAnswer = z.infer<typeof extractAnswer>
