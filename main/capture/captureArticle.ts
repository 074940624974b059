// One address from beginning to end: rendered, its parts kept, read, judged, stored. The order is the one a power cut cannot hurt: blobs,
// then the page and its record, then the act; saved is what the act says, and only after it is durable.
import type { ActBody } from '../../preload/act.ts'
import type { Version } from '../../preload/article.ts'
import { tell, type CaptureNote, type Told } from '../../preload/captureNote.ts'
import type { CaptureJob, CaptureState, Stage } from '../../preload/capture.ts'
import type { QuestionResult } from '../../preload/contract.ts'
import type { Extraction } from '../../preload/extraction.ts'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import type { Reason } from '../../preload/reason.ts'
import { isAtLeastAsGood, worthOf } from '../../preload/worth.ts'
import { keptUnder, leadsHome } from './canonicalUrl.ts'
import { isCaptivePortal } from './captivePortal.ts'
import type { Extractor, PdfText } from './extraction.ts'
import { limits as shipped, type Limits } from './limits.ts'
import type { PageFetcher } from './fetchPage.ts'
import type { RenderedPage, Renderer, RenderRequest } from './renderPage.ts'
import { goesOnAt } from './nextPart.ts'
import type { PdfPage } from './pdfPage.ts'
import { readOn, type Part } from './readOn.ts'
import { keepResources, type KeptResources } from './resources.ts'
import { keepThumbnail } from './keepThumbnail.ts'
import { startStoring, type BlobStore, type Storing } from './storing.ts'
import { judgedAs, verdict, type Judged } from './verdict.ts'

/** What a capture needs of the vault. */
export type CaptureVault = BlobStore & {
  writeVersion(what: {
    readonly record: Omit<Version, 'format' | 'files'>
    readonly html: string
    readonly page?: string
    readonly pdf?: Uint8Array
  }): Promise<Result<Version>>
  readVersion(article: string, version: string): Promise<Result<{ record: Version; html: string }>>
  append(bodies: readonly ActBody[]): Promise<Result<unknown>>
}

export type Found = NonNullable<QuestionResult<'library.find'>>

export type CaptureOptions = {
  readonly vault: CaptureVault
  readonly renderer: Renderer
  /** The plain road, for bulk work. */
  readonly fetcher?: PageFetcher
  readonly extractor: Extractor
  /** Which kept article has one of these canonical addresses, as of every act appended so far. */
  findArticle(urls: readonly string[]): Promise<Result<Found | null>>
  /** What is kept of an article, as of every act appended so far; null of one that is not there, or no longer. */
  versionsOf(article: string): Promise<Result<readonly string[] | null>>
  /** What the person has said of the pages of this address's site. */
  ruleFor?(url: string): Promise<string | undefined>
  /** What the record names as the maker: `Offprint 1.2.3` and `Chromium 150.0.1`. */
  readonly app: string
  readonly engine: string
  readonly limits?: Partial<Limits>
  now?(): Date
}

export type Progress = {
  /** host:port pairs that may be captured from. */
  readonly allow: readonly string[]
  readonly signal: AbortSignal
  /** The page is open already, and is to be kept as it is shown. */
  readonly opened?: () => Promise<Result<RenderedPage>>
  onStage(stage: Stage): void
  onTitle(title: string): void
  /** The article is known already: it will be stored under this id. Resolves when that is written down. */
  onKnown(article: string): Promise<Result<unknown>>
}

type Work = Progress & { readonly storing: Storing }

export type SavedState = Extract<CaptureState, { kind: 'saved' }>
export type Plan = NonNullable<CaptureJob['plan']>
/** Captures the job's address under the ids of its plan. */
export type Capture = (job: CaptureJob & { readonly plan: Plan }, progress: Progress) => Promise<Result<SavedState>>

export function createCapture(options: CaptureOptions): Capture {
  const { renderer, fetcher, vault, extractor } = options
  const limits: Limits = { ...shipped, ...options.limits }
  return async (job, progress) => {
    const storing = startStoring(vault)
    try {
      return await capture(job, { ...progress, storing })
    } finally {
      await storing.done()
    }
  }

  async function capture(job: CaptureJob & { readonly plan: Plan }, work: Work): ReturnType<Capture> {
    const { known, article, version } = job.plan
    for (const id of known === undefined ? [article] : [known, article]) {
      const begun = await vault.readVersion(id, version)
      const finished = begun.ok ? await finish(options, job, begun.value.record) : undefined
      if (finished) return finished
    }

    work.onStage('opening')
    extractor.prepare()
    const request: RenderRequest = {
      url: job.url,
      assumedHttps: job.assumedHttps ?? false,
      allow: work.allow,
      signal: work.signal,
      onTitle: (title) => work.onTitle(plainTitle(title)),
      onLoading: () => work.onStage('loading'),
    }
    const plain = job.isBulk && fetcher && !work.opened ? await read(await fetcher.fetch(request), work) : undefined
    if (plain?.ok && isGoodEnough(plain.value)) return store(options, job, work, plain.value)
    if (plain && !plain.ok && isFinal(plain.failure)) return plain
    if (work.signal.aborted) return failed({ code: 'cancelled' })
    const rendered = await read(await (work.opened?.() ?? renderer.render(request)), work)
    if (rendered.ok) {
      const { from, resources } = rendered.value
      if (!work.opened && isCaptivePortal(job.url, from.url, resources.html)) return failed({ code: 'offline' })
      // What a person shows us is kept as it stands there.
      const whole = work.opened ? rendered : await withParts(rendered.value, request, work)
      return whole.ok ? store(options, job, work, whole.value) : whole
    }
    // What the plain road has brought is better than nothing, unless it was nothing but a door.
    const isSomething = plain?.ok && ['complete', 'partial'].includes(plain.value.judged.verdict)
    return isSomething && rendered.failure.code !== 'cancelled' ? store(options, job, work, plain.value) : rendered
  }

  async function read(opened: Result<RenderedPage | PdfPage>, work: Work): Promise<Result<Read>> {
    if (!opened.ok) return opened
    if ('kind' in opened.value) return readPdf(opened.value, work)
    work.onStage('images')
    const [rule, resources] = await Promise.all([options.ruleFor?.(opened.value.page.url), keep(opened.value, work)])
    if (!resources.ok) return resources
    if (work.signal.aborted) return failed({ code: 'cancelled' })
    return judge(fromOf(opened.value), resources.value, rule, work)
  }

  async function readPdf({ url, bytes, way }: PdfPage, work: Work): Promise<Result<Read>> {
    work.onStage('reading')
    const text = await extractor.pdf({ bytes, url })
    if (!text.ok) return text
    const { extraction } = text.value
    const judged = verdict(extraction, { shortcomings: [], tooLargeImages: 0 })
    const from: From = { url, title: '', next: undefined, way: way ?? 'rendered', notes: [], shortcomings: [] }
    return ok({ from, resources: nothingKept, extraction, judged, pdf: { ...text.value, bytes } })
  }

  async function keep(page: RenderedPage, { storing }: Work): Promise<Result<KeptResources>> {
    try {
      const { close: _close, notes: _notes, ...own } = page
      return await keepResources({ ...own, limits, putBlob: storing.put })
    } finally {
      page.close()
    }
  }

  async function judge(
    from: From,
    resources: KeptResources,
    rule: string | undefined,
    work: Work,
  ): Promise<Result<Read>> {
    work.onStage('reading')
    const extracted = await extractor.extract({ html: resources.html, url: from.url, rule })
    if (!extracted.ok) return extracted
    const { leftOut } = resources
    const shortcomings: Reason[] = [
      ...from.shortcomings,
      ...(leftOut > 0 ? [{ code: 'left-out', files: leftOut } as const] : []),
    ]
    const judged = verdict(extracted.value, { shortcomings, tooLargeImages: resources.tooLarge })
    return ok({ from, resources, extraction: extracted.value, judged })
  }

  /** The pages that follow, where it is an article that goes on. */
  async function withParts(first: Read, request: RenderRequest, work: Work): Promise<Result<Read>> {
    const { from, resources, judged } = first
    if (!goesOnAt(from.next, from.url) || !['complete', 'partial'].includes(judged.verdict)) return ok(first)
    work.onStage('loading')
    const open = async (url: string): Promise<Result<Part>> => {
      const opened = await renderer.render({ url, assumedHttps: false, allow: request.allow, signal: request.signal })
      if (!opened.ok) return opened
      if ('kind' in opened.value) return failed({ code: 'not-a-page' })
      const kept = await keep(opened.value, work)
      if (!kept.ok) return kept
      return ok({ url: opened.value.page.url, next: opened.value.page.next, resources: kept.value })
    }
    const whole = await readOn({ url: from.url, next: from.next, resources }, open, request.signal)
    if (work.signal.aborted) return failed({ code: 'cancelled' })
    const shortcomings = [...from.shortcomings, ...whole.shortcomings]
    return judge({ ...from, shortcomings }, whole.resources, await options.ruleFor?.(from.url), work)
  }
}

/** A page that was opened, read and judged; nothing of it is stored but its pictures. */
type Read = {
  readonly from: From
  readonly resources: KeptResources
  readonly extraction: Extraction
  readonly judged: Judged
  readonly pdf?: PdfText & { readonly bytes: Uint8Array }
}

/** What is known of it without reading it. */
type From = Pick<RenderedPage, 'notes' | 'shortcomings' | 'picture'> & {
  readonly url: string
  readonly title: string
  readonly next: string | undefined
  readonly way: Version['how']['way']
}

function fromOf({ page: { url, title, next }, way, notes, shortcomings, picture }: RenderedPage): From {
  return { url, title, next, way: way ?? 'rendered', notes, shortcomings, ...(picture && { picture }) }
}

/** What a wall or an apology looks like is nothing to know an article by. */
function pictureOf({ picture }: From, { verdict: judged }: Judged): From['picture'] {
  return judged === 'complete' || judged === 'partial' ? picture : undefined
}

const nothingKept: KeptResources = { html: '', blobs: [], tooLarge: 0, leftOut: 0 }

/** Fewer words than this may be what a script would have completed. */
const wordsToTrust = 120

function isGoodEnough({ judged, extraction, from, pdf }: Read): boolean {
  if (pdf) return true
  const goesOn = goesOnAt(from.next, from.url)
  return judged.verdict === 'complete' && extraction.words >= wordsToTrust && !goesOn
}

/** Where a window would meet the same. What only looks like the end may be a door that scripts open. */
function isFinal(failure: Failure): boolean {
  switch (failure.code) {
    case 'private-address':
    case 'too-large':
    case 'expands-too-much':
    case 'too-many-redirects':
    case 'cancelled':
    case 'disk-full':
    case 'cannot-write':
      return true
    case 'http-status':
      return ![403, 405, 406, 503].includes(failure.status) || failure.retryAfterSeconds !== undefined
    default:
      return false
  }
}

/** From here on nothing is cancelled any more: what is half stored would have to be told from what is whole. */
async function store(
  { vault, extractor, findArticle, app, engine, now = () => new Date() }: CaptureOptions,
  job: CaptureJob & { readonly plan: Plan },
  { storing, ...progress }: Work,
  { from, resources, extraction, judged, pdf }: Read,
): Promise<Result<SavedState>> {
  const { url, forms } = keptUnder(job.url, { ...extraction, url: from.url, verdict: judged.verdict })
  const [asked, thumbnail] = await Promise.all([
    findArticle([...forms]),
    keepThumbnail(
      { extraction, resources, ofPdf: pdf?.thumbnail, picture: pictureOf(from, judged) },
      storing,
      extractor,
    ),
  ])
  if (!thumbnail.ok) return thumbnail
  if (progress.signal.aborted) return failed({ code: 'cancelled' })
  progress.onStage('storing')
  // A library that cannot answer keeps no save waiting: two ids with one canonical address are folded into one later.
  const known = asked.ok ? asked.value : null
  if (known) {
    const planned = await progress.onKnown(known.id)
    if (!planned.ok) return planned
  }
  const isGone = known !== null && leadsHome(known.canonicalUrl, from.url)
  const current = known === null || (!isGone && (await mayReplace(vault, known, judged, extraction)))

  const capturedAt = now().toISOString()
  const { html, text: _text, blobs: _shown, images, canonicalUrl: _declared, leadImage, ...described } = extraction
  const record = (id: string, told: Told): NewRecord => ({
    ...described,
    id,
    version: job.plan.version,
    url,
    canonicalUrl: forms[0] ?? url,
    title: extraction.title || plainTitle(from.title) || job.host,
    ...(leadImage !== undefined && resources.blobs.some(({ name }) => name === leadImage) && { leadImage }),
    ...(thumbnail.value && { thumbnail: thumbnail.value.blob.name }),
    ...(thumbnail.value?.isOfPage && { thumbnailOf: 'page' }),
    capturedAt,
    how: { way: from.way, app, engine, ...(told.notes.length > 0 && told) },
    ...judgedAs(judged),
    images,
    ...(pdf?.pages !== undefined && { pages: pdf.pages }),
    blobs: [...resources.blobs, ...(thumbnail.value ? [thumbnail.value.blob] : [])],
  })
  const stored = await storing.done()
  if (!stored.ok) return stored
  const keep = async (of: Pick<Kept, 'known' | 'current'>): Promise<Result<SavedState>> => {
    const told = tell(toldOf(job), [...from.notes, ...judged.notes, ...onKnown(of.known, of.current)])
    const made = record(of.known?.id ?? job.plan.article, told)
    const whole = pdf ? { pdf: pdf.bytes } : { page: resources.html }
    const written = await vault.writeVersion({ record: made, html, ...whole })
    return written.ok ? acknowledge(vault, made, { ...of, told, savedAt: capturedAt }) : written
  }
  const kept = await keep({ known, current })
  // Deleted for good meanwhile: the person has asked for this one after that.
  return known && isDeleted(kept) ? keep({ known: null, current: true }) : kept
}

type NewRecord = Omit<Version, 'format' | 'files'>

function isDeleted(kept: Result<unknown>): boolean {
  return !kept.ok && kept.failure.code === 'unknown-id'
}

const maxTitle = 300

/** Without control characters and the marks that turn the direction of what follows. */
function plainTitle(title: string): string {
  return title
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxTitle)
}

type Kept = {
  readonly known: Found | null
  readonly current: boolean
  readonly told: Told
  readonly savedAt: string
}

async function acknowledge(
  vault: CaptureVault,
  record: NewRecord,
  { known, current, told, savedAt }: Kept,
): Promise<Result<SavedState>> {
  const { id, version, url } = record
  // Of a page that is worse only the article counts: where many lead to one page to sign in on, they stay as many.
  const canonicalUrl = known && !current ? known.canonicalUrl : record.canonicalUrl
  const acts: ActBody[] = [
    { act: 'saved', article: id, version, url, canonicalUrl, savedAt, current, worth: worthOf(record) },
  ]
  if (known?.trashed) acts.push({ act: 'restored', article: id })
  const appended = await vault.append(acts)
  if (!appended.ok) return appended
  return ok({
    kind: 'saved',
    article: id,
    version,
    verdict: record.verdict,
    ...(known && { knownSince: known.savedAt }),
    current,
    ...told,
  })
}

/**
 * The version was stored before the app ended; whether its act was, the library knows: one more would make it the latest again. Undefined where the
 * article that it is a version of was deleted for good: then it is an article of its own, and captured as one.
 */
async function finish(
  { vault, findArticle, versionsOf }: CaptureOptions,
  job: CaptureJob & { readonly plan: Plan },
  record: Version,
): Promise<Result<SavedState> | undefined> {
  const [asked, listed] = await Promise.all([findArticle([record.canonicalUrl]), versionsOf(record.id)])
  const found = asked.ok ? asked.value : null
  const { notes, noted } = record.how
  const told = notes ? toldOf({ notes, noted }) : toldOf(job)
  if (listed.ok && listed.value?.includes(record.version)) {
    const { id: article, version, verdict: judged } = record
    return ok({ kind: 'saved', article, version, verdict: judged, current: found?.version === version, ...told })
  }
  const isOfAnother = record.id !== job.plan.article
  if (isOfAnother && listed.ok && listed.value === null) return undefined
  const known = found?.id === record.id ? found : null
  const current = known === null || isAtLeastAsGood(worthOf(record), known)
  const done = await acknowledge(vault, record, { known, current, told, savedAt: record.capturedAt })
  return isOfAnother && isDeleted(done) ? undefined : done
}

async function mayReplace(vault: CaptureVault, known: Found, judged: Judged, extraction: Extraction): Promise<boolean> {
  const before = await vault.readVersion(known.id, known.version)
  const images = before.ok ? before.value.record.images?.kept : undefined
  const next = { verdict: judged.verdict, words: extraction.words, images: extraction.images.kept }
  return isAtLeastAsGood(next, { verdict: known.verdict, words: known.words, images })
}

function toldOf({ notes, noted }: Told): Told {
  return { notes, ...(noted && { noted }) }
}

function onKnown(known: Found | null, current: boolean): CaptureNote[] {
  if (!known) return []
  return [{ code: 'saved-before', on: known.savedAt }, ...(current ? [] : [{ code: 'earlier-stays' } as const])]
}
