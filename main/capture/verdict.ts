// What a capture is worth, in words a person can read, and whether it may take the place of an older one.
import type { Verdict, Version } from '../../preload/article.ts'
import type { CaptureNote } from '../../preload/captureNote.ts'
import type { Extraction } from '../../preload/extraction.ts'
import { englishReasonWords, type Reason } from '../../preload/reason.ts'

export type Judged = {
  readonly verdict: Verdict
  readonly reasons: readonly string[]
  /** The same, as far as they have codes. */
  readonly because: readonly Reason[]
  /** For the person who saved it. */
  readonly notes: readonly CaptureNote[]
}

type Circumstances = {
  /** What was missing when the page's time was up. */
  readonly shortcomings: readonly Reason[]
  readonly tooLargeImages: number
}

/** What extraction found of the text, and what only the capture can know. */
export function verdict(extraction: Extraction, { shortcomings, tooLargeImages }: Circumstances): Judged {
  const missing = Math.max(extraction.images.found - extraction.images.kept, 0)
  const tooLarge = Math.min(tooLargeImages, missing)
  const lost: Reason[] = [
    ...(missing > tooLarge ? [{ code: 'images-missing', images: missing - tooLarge } as const] : []),
    ...(tooLarge > 0 ? [{ code: 'images-too-large', images: tooLarge } as const] : []),
  ]
  const reasons = [...extraction.reasons, ...[...shortcomings, ...lost].map(englishReasonWords)]
  const because = [...(extraction.because ?? []), ...shortcomings, ...lost]
  const isPart = missing > 0 || shortcomings.some(({ code }) => code === 'more-pages' || code === 'page-missing')
  const judged: Verdict = extraction.verdict === 'complete' && isPart ? 'partial' : extraction.verdict
  return { verdict: judged, reasons, because, notes: [...onNoArticle(extraction), ...lost] }
}

/** As the record of a version has it: reasons with their codes only where all of them have one. */
export function judgedAs({
  verdict: judged,
  reasons,
  because,
}: Judged): Pick<Version, 'verdict' | 'reasons' | 'because'> {
  return {
    verdict: judged,
    reasons: [...reasons],
    ...(because.length === reasons.length && because.length > 0 && { because: [...because] }),
  }
}

/** What is no article, or one behind a wall, is said at once, not only where it is read. */
function onNoArticle({ verdict: found, because = [], words }: Extraction): readonly Reason[] {
  if (found === 'complete') return []
  if (found === 'partial') return because
  if (found !== 'not-article' && words >= fewWords) return because
  return [{ code: 'no-article' }, ...because.filter(({ code }) => code !== 'no-article')]
}

/** A wall or an error page with less text than this says nothing of the article. */
const fewWords = 60
