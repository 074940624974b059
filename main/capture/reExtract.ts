// A kept article read again from its frozen page by today's extraction: a new version of its reader HTML, offline. Nothing is taken away: the old
// version stays, and the new one is kept only when it is no worse, or when a person has said what is to be different.
import type { ActBody } from '../../preload/act.ts'
import { verdicts, type Version } from '../../preload/article.ts'
import { ok, type Result } from '../../preload/failure.ts'
import type { CaptureVault } from './captureArticle.ts'
import type { Extractor } from './extraction.ts'
import { isAtLeastAsGood } from './verdict.ts'

export type ReExtractOptions = {
  readonly vault: Pick<CaptureVault, 'readVersion' | 'writeVersion' | 'append'> & {
    readPage(article: string, version: string): Promise<Result<string>>
  }
  readonly extractor: Pick<Extractor, 'extract'>
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

/** `page-missing`: written by hand or imported, there is no page to read again. */
export type ReExtracted =
  { readonly kind: 'new'; readonly version: string } | { readonly kind: 'same' | 'worse' | 'page-missing' }

export async function reExtract(
  { id, version, rule, isWanted = false }: ReExtractRequest,
  { vault, extractor, app, newId, ruleFor }: ReExtractOptions,
): Promise<Result<ReExtracted>> {
  const before = await vault.readVersion(id, version)
  if (!before.ok) return before
  const { record, html } = before.value
  if (!record.files['page.html.gz']) return ok({ kind: 'page-missing' })
  const page = await vault.readPage(id, version)
  if (!page.ok) return page
  const extracted = await extractor.extract({
    html: page.value,
    url: record.url,
    rule: rule ?? (await ruleFor?.(record.url)),
  })
  if (!extracted.ok) return extracted

  const { html: newHtml, text: _text, blobs: _shown, canonicalUrl: _stated, leadImage, ...described } = extracted.value
  if (newHtml === html) return ok({ kind: 'same' })
  const next = { verdict: described.verdict, words: described.words, images: described.images.kept }
  const isNoWorse =
    isWanted ||
    (verdicts.indexOf(next.verdict) <= verdicts.indexOf(record.verdict) &&
      isAtLeastAsGood(next, { verdict: record.verdict, words: record.words, images: record.images?.kept }))
  if (!isNoWorse) return ok({ kind: 'worse' })

  const { format: _format, files: _files, ...kept } = record
  const made: Omit<Version, 'format' | 'files'> = {
    ...withoutFacts(kept),
    ...described,
    version: newId(),
    title: described.title || record.title,
    ...(leadImage !== undefined && record.blobs.some(({ name }) => name === leadImage) && { leadImage }),
    how: { ...record.how, app },
  }
  const written = await vault.writeVersion({ record: made, html: newHtml, page: page.value })
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
  }
  const appended = await vault.append([act])
  return appended.ok ? ok({ kind: 'new', version: made.version }) : appended
}

/** What the page said of itself is read again; what it no longer seems to say is not carried on. */
function withoutFacts(record: Omit<Version, 'format' | 'files'>): Omit<Version, 'format' | 'files'> {
  const own = { ...record }
  for (const key of facts) delete own[key]
  return own
}

const facts = [
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
