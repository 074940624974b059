// How much a page may cost before it is stopped. All are parameters of the modules that hold to them; these are the ones that ship.

export type Limits = {
  /** One page, from opening the address to its last image. */
  readonly pageMs: number
  /** How long a page may go on loading things after its own text has come. */
  readonly settleMs: number
  /** A renderer that says nothing for so long, with nothing left to wait for, is stuck in a script. */
  readonly stuckMs: number
  /** Markup that takes the engine longer than this to read, once it is all there, is too complex: of ten seconds in all. */
  readonly parseMs: number
  /** The same for markup that lies as deep as the limit: the time for that grows with its square. */
  readonly deepParseMs: number
  /** A connection that is silent for so long while the page waits for it is given up. */
  readonly idleMs: number
  /** The same for a picture that the page itself never got to show. */
  readonly unseenMs: number
  /** The page itself, unpacked. */
  readonly documentBytes: number
  /** A PDF is a page with all its pictures. */
  readonly pdfBytes: number
  readonly assetBytes: number
  readonly totalBytes: number
  readonly assets: number
  readonly imagePixels: number
  readonly requests: number
  /** Loads of the top page that it starts by itself: redirects by script, reloads. */
  readonly navigations: number
  readonly elements: number
  readonly depth: number
  readonly rendererBytes: number
  /** How often memory and time are looked at. */
  readonly pollMs: number
}

export const limits: Limits = {
  pageMs: 45_000,
  settleMs: 8_000,
  stuckMs: 5_000,
  parseMs: 7_000,
  deepParseMs: 2_000,
  idleMs: 10_000,
  unseenMs: 5_000,
  documentBytes: 20_000_000,
  pdfBytes: 100_000_000,
  assetBytes: 15_000_000,
  totalBytes: 100_000_000,
  assets: 500,
  imagePixels: 60_000_000,
  requests: 1_500,
  navigations: 10,
  elements: 200_000,
  depth: 512,
  rendererBytes: 700_000_000,
  pollMs: 250,
}

/** The widest picture worth keeping, in pixels: no reader's column is wider. */
export const imageWidth = 2_560

/** As the texts say them. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000)
}
