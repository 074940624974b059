// A kept article read again from its frozen page, or its PDF, by today's extraction: a new version of its reader HTML, offline. Nothing is taken
// away: the old version stays, and the new one is kept only when it is no worse, or when a person has said what is to be different.
import type { ActBody } from '../../preload/act.ts'
import { verdicts, type Version } from '../../preload/article.ts'
import type { Extraction } from '../../preload/extraction.ts'
import { ok, type Result } from '../../preload/failure.ts'
import type { Reason } from '../../preload/reason.ts'
import { isAtLeastAsGood } from '../../preload/worth.ts'
import type { CaptureVault } from './captureArticle.ts'
import type { Extractor, PdfText } from './extraction.ts'
import { judgedAs, verdict } from './verdict.ts'

export type ReExtractOptions = {
  readonly vault: Pick<CaptureVault, 'readVersion' | 'writeVersion' | 'append'> & {
    readPage(article: string, version: string): Promise<Result<string>>
    readPdf(article: string, version: string): Promise<Result<Uint8Array>>
  }
  readonly extractor: Pick<Extractor, 'extract' | 'pdf'>
  /** What the record names as the maker. */
  readonly app: string
  newId(): string
  ruleFor?(url: string): Promise<string | undefined>
}

export type ReExtractRequest = {
  readonly id: string
  readonly version: string
  /** Absent: the rule that is kept for its site, if one is. */
  readonly rule?: string | undefined
  /** The person has seen what becomes of it and wants it so. */
  readonly isWanted?: boolean
}

/** `page-missing`: written by hand or imported, there is neither a page nor a PDF to read again. */
export type ReExtracted =
  { readonly kind: 'new'; readonly version: string } | { readonly kind: 'same' | 'worse' | 'page-missing' }

export async function reExtract(request: ReExtractRequest, options: ReExtractOptions): Promise<Result<ReExtracted>> {
  const { id, version, isWanted = false } = request
  const { vault, app, newId } = options
  const before = await vault.readVersion(id, version)
  if (!before.ok) return before
  const { record, html } = before.value
  if (!record.files['page.html.gz'] && !record.files.pdf) return ok({ kind: 'page-missing' })
  const read = await (record.files.pdf ? readPdf : readPage)(record, request, options)
  if (!read.ok) return read
  const { extraction, pages, kept: original } = read.value

  const { html: newHtml, text: _text, blobs: _shown, canonicalUrl: _stated, leadImage, ...described } = extraction
  if (newHtml === html) return ok({ kind: 'same' })
  const judged = verdict(extraction, stillTrueOf(record))
  const next = { verdict: judged.verdict, words: described.words, images: described.images.kept }
  const isNoWorse =
    isWanted ||
    (verdicts.indexOf(next.verdict) <= verdicts.indexOf(record.verdict) &&
      isAtLeastAsGood(next, { verdict: record.verdict, words: record.words, images: record.images?.kept }))
  if (!isNoWorse) return ok({ kind: 'worse' })

  const { format: _format, files: _files, ...kept } = record
  const made: Omit<Version, 'format' | 'files'> = {
    ...withoutFacts(kept),
    ...described,
    ...judgedAs(judged),
    version: newId(),
    title: described.title || record.title,
    ...(leadImage !== undefined && record.blobs.some(({ name }) => name === leadImage) && { leadImage }),
    ...(pages !== undefined && { pages }),
    how: { ...record.how, app },
  }
  const written = await vault.writeVersion({ record: made, html: newHtml, ...original })
  if (!written.ok) return written
  const { canonicalUrl, url, capturedAt } = record
  const act: ActBody = {
    act: 'saved',
    article: id,
    version: made.version,
    url,
    canonicalUrl,
    savedAt: capturedAt,
    current: true,
    // What a person has chosen stands, whatever it is worth.
    ...(!isWanted && { worth: next }),
  }
  const appended = await vault.append([act])
  return appended.ok ? ok({ kind: 'new', version: made.version }) : appended
}

type ReadAgain = {
  readonly extraction: Extraction
  readonly pages?: PdfText['pages']
  /** What was read, as the new version keeps it too. */
  readonly kept: { readonly page: string } | { readonly pdf: Uint8Array }
}
type Reading = (record: Version, request: ReExtractRequest, options: ReExtractOptions) => Promise<Result<ReadAgain>>

const readPage: Reading = async ({ id, version, url }, { rule }, { vault, extractor, ruleFor }) => {
  const page = await vault.readPage(id, version)
  if (!page.ok) return page
  const extracted = await extractor.extract({ html: page.value, url, rule: rule ?? (await ruleFor?.(url)) })
  return extracted.ok ? ok({ extraction: extracted.value, kept: { page: page.value } }) : extracted
}

const readPdf: Reading = async ({ id, version, url }, _request, { vault, extractor }) => {
  const pdf = await vault.readPdf(id, version)
  if (!pdf.ok) return pdf
  const text = await extractor.pdf({ bytes: pdf.value, url })
  if (!text.ok) return text
  const { extraction, pages } = text.value
  return ok({ extraction, pages, kept: { pdf: pdf.value } })
}

/** What the page said of itself is read again; what it no longer seems to say is not carried on. */
function withoutFacts(record: Omit<Version, 'format' | 'files'>): Omit<Version, 'format' | 'files'> {
  const own = { ...record }
  for (const key of facts) delete own[key]
  return own
}

/** What the capture lacked, the same page lacks however it is read. */
function stillTrueOf({ because = [] }: Version): Parameters<typeof verdict>[1] {
  return {
    shortcomings: because.filter(({ code }) => ofCapture.has(code)),
    tooLargeImages: because.reduce((sum, one) => sum + (one.code === 'images-too-large' ? one.images : 0), 0),
  }
}

const ofCapture: ReadonlySet<Reason['code']> = new Set(['still-changing', 'more-pages', 'page-missing', 'left-out'])

const facts = [
  'because',
  'byline',
  'siteName',
  'lang',
  'dir',
  'publishedAt',
  'modifiedAt',
  'description',
  'excerpt',
  'licence',
  'leadImage',
] as const
