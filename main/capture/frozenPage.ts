// What comes out of a captured page's isolated world. It was made beside a stranger's scripts, so main reads it as data and trusts none of it.
import { z } from 'zod'

export const frozenResource = z.object({
  /** A picture the page shows, the one it names for others to show, a style sheet, or what those refer to (pictures and fonts). */
  kind: z.enum(['image', 'lead-image', 'style', 'style-asset']),
  /** Absolute addresses (http, https or data), the best first: the next one is tried where one fails. */
  candidates: z.array(z.string()).max(12),
  /** The page could not show it: it is only looked at, to say why. */
  isBroken: z.boolean().optional(),
})
export type FrozenResource = z.infer<typeof frozenResource>

export const frozenPage = z.object({
  kind: z.literal('frozen'),
  /** Resource n stands in it as `offprint-resource:<nonce>-<n>`. */
  html: z.string(),
  title: z.string(),
  url: z.string(),
  resources: z.array(frozenResource),
  /** The article goes on there, by the page's own pager. */
  next: z.string().max(8_192).optional(),
  /** Read as windows-1252, and valid UTF-8 if it is not. */
  isReallyUtf8: z.boolean(),
  /** What was read as markup is none: `gzip` where its server has packed it and does not say so. */
  isBinary: z.enum(['gzip', 'other']).optional(),
  /** No text, no picture: the server sent nothing to see. */
  isEmpty: z.boolean(),
})
export type FrozenPage = z.infer<typeof frozenPage>

/** What is in a frame of a page, frozen by itself; it stands in the page as `offprint-frame:<nonce of the page>-<number>`. */
export type FrozenFrame = {
  readonly page: FrozenPage
  readonly nonce: string
  readonly frames: ReadonlyMap<number, FrozenFrame>
}

export const freezeAnswer = z.discriminatedUnion('kind', [frozenPage, z.object({ kind: z.literal('too-complex') })])
export type FreezeAnswer = z.infer<typeof freezeAnswer>

export type FreezeOptions = {
  readonly nonce: string
  readonly elements: number
  readonly depth: number
  /** The widest picture worth keeping, in pixels. */
  readonly imageWidth: number
  /** Frames whose content is frozen too, by the numbers that `wantsFrame` gave them. */
  readonly frames?: readonly number[]
  /** Only for a document that was parsed from text; one that was loaded knows its own. */
  readonly baseUri?: string
}

/** What a page that is still being read can be asked many times a second: nothing here makes it lay itself out. */
export const arrival = z.object({
  /** `loading` until the markup is read, `complete` when what it names is there too. */
  ready: z.enum(['loading', 'interactive', 'complete']),
  elements: z.number(),
  /** How deep the place lies that has been read to. The engine goes to 512. */
  openDepth: z.number(),
})
export type Arrival = z.infer<typeof arrival>

/** How far the page has come; asked again and again while it settles. */
export const pageState = arrival.extend({
  /** Scripts that run; data in script elements is none. */
  scripts: z.number(),
  textLength: z.number(),
  /** It says that its scripts have not made it yet, or has nothing to show. */
  isBeingMade: z.boolean(),
  /** Since the text last grew or shrank. */
  unchangedMs: z.number(),
  /** Images under way. */
  pendingImages: z.number(),
  /** Images that have not begun, or stand for another one. */
  lazyImages: z.number(),
  heightPx: z.number(),
  /** The page is about to go to another address by itself. */
  refreshSeconds: z.number().optional(),
})
export type PageState = z.infer<typeof pageState>

/** How far the refusing of a consent manager has come in one frame. */
export const refusalState = z.object({
  lifecycle: z.string(),
  /** Questions of its rules to the page's own scripts; the answer is a boolean. */
  wanted: z.array(z.object({ id: z.string(), code: z.string() })),
})
export type RefusalState = z.infer<typeof refusalState>
