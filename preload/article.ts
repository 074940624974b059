// The records: what a kept article is, as passed between the processes and as stored in the vault. Absent means unknown.
// These shapes are on readers' disks. A field may be added; none may change its meaning or go.
import { z } from 'zod'
import { captureNotes } from './captureNote.ts'
import { reason, type Reason } from './reason.ts'

/** A ULID: 10 characters of time, 16 of chance, Crockford base 32; sorts by the time it was made. */
export const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
export const articleId = ulid
/** The name of a file under blobs/: sha256 in hexadecimal, a dot, an extension. `offprint-asset:` + this is its address. */
export const blobName = z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** An instant in UTC, as Date.toISOString() writes it. */
export const instant = z.iso.datetime({ precision: 3 })
/** A date a page states: an instant with the page's own offset, or a bare day. */
export const statedDate = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()])

export const places = ['inbox', 'later', 'archive'] as const
export const place = z.enum(places)
export type Place = z.infer<typeof place>

export const verdicts = ['complete', 'partial', 'wall', 'error', 'not-article'] as const
export const verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof verdict>

/** A tag as a person writes it; `/` nests. */
export const tagName = z.string().trim().min(1).max(100)

const blobUse = z.object({
  name: blobName,
  sizeBytes: z.number().int().nonnegative(),
  /** What it is in the page; a thumbnail is made by us. */
  use: z.enum(['image', 'style', 'font', 'thumbnail', 'other']),
})

const fileUse = z.object({ sha256, sizeBytes: z.number().int().nonnegative() })

/** What a page says of itself, as extraction finds it and a version keeps it. */
export const statedShape = {
  title: z.string(),
  byline: z.string().optional(),
  siteName: z.string().optional(),
  lang: z.string().optional(),
  dir: z.enum(['ltr', 'rtl']).optional(),
  publishedAt: statedDate.optional(),
  modifiedAt: statedDate.optional(),
  /** The page's own summary. */
  description: z.string().optional(),
  /** A few lines for the list: the summary, else how the text begins. */
  excerpt: z.string().optional(),
  licence: z.string().optional(),
}

/** articles/<2>/<id>/<version>.json: one capture, immutable. `checksum` comes last and covers the bytes before it. */
export const version = z.object({
  format: z.literal(1),
  id: articleId,
  version: ulid,
  url: z.string(),
  canonicalUrl: z.string(),
  ...statedShape,
  leadImage: blobName.optional(),
  thumbnail: blobName.optional(),
  /** It shows the page as it looked, for want of a picture in the article. */
  thumbnailOf: z.literal('page').optional(),
  capturedAt: instant,
  /** Which road the capture took, and what made it. */
  how: z.object({
    way: z.enum(['rendered', 'fetched', 'imported', 'written']),
    app: z.string(),
    engine: z.string().optional(),
    /** In English. */
    notes: z.array(z.string()).optional(),
    /** The same as codes. */
    noted: captureNotes,
  }),
  verdict,
  /** In English. */
  reasons: z.array(z.string()),
  /** The same as codes; a code from a newer release is nothing to stumble over. */
  because: z.array(reason).optional().catch(undefined),
  words: z.number().int().nonnegative(),
  /** Words of the page that read like text, those kept among them. */
  visibleWords: z.number().int().nonnegative().optional(),
  /** Of a PDF. */
  pages: z.number().int().positive().optional(),
  images: z.object({ kept: z.number().int(), found: z.number().int() }).optional(),
  blobs: z.array(blobUse),
  /** The compressed files beside this record, by the part after the version in their names. */
  files: z.object({ 'html.gz': fileUse, 'page.html.gz': fileUse.optional(), pdf: fileUse.optional() }),
})
export type Version = z.infer<typeof version>

/** One article as the library lists it: the fold of its acts over its current version. The keys of `--json` are `articleKeys`. */
export const article = z.object({
  id: articleId,
  url: z.string(),
  canonicalUrl: z.string(),
  title: z.string(),
  byline: z.string().optional(),
  siteName: z.string().optional(),
  lang: z.string().optional(),
  publishedAt: z.string().optional(),
  savedAt: instant,
  words: z.number(),
  place,
  favourite: z.boolean(),
  /** 0 to 1; 0 is unread. */
  progress: z.number(),
  tags: z.array(z.string()),
  verdict,
})
export type ArticleJson = z.infer<typeof article>
export const articleKeys = article.keyof().options

export type Article = ArticleJson & {
  readonly trashed: boolean
  /** The paragraph reached, counted as text.ts counts them. */
  readonly paragraph?: number
  readonly reasons: readonly string[]
  readonly because?: readonly Reason[]
  /** The version shown. */
  readonly version: string
  readonly versions: readonly string[]
  /** The id whose folder holds the version shown, when it is another than `id`: two ids with one address are one article. */
  readonly heldBy?: string
  readonly capturedAt: string
  readonly excerpt?: string
  readonly thumbnail?: string
  readonly thumbnailOf?: 'page'
  readonly dir?: 'ltr' | 'rtl'
  readonly note?: string
  readonly highlights: number
  /** The address was a PDF: that is kept, and its words. */
  readonly pdf?: true
  readonly pages?: number
}
