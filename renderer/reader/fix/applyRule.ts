// A rule applied to kept articles, one after the other: each is read again from its frozen page, and what comes of it is a new version.
import type { Article } from '../../../preload/article.ts'
import { ask } from '../../app/bridge.ts'
import { showMade, type MadeVersion } from '../../library/siteRules.ts'
import { say } from '../../app/toasts.ts'
import { tell } from '../../app/acts.ts'
import { counted } from '../../ui/counted.ts'
import { words } from './words.ts'

export type Applied = { readonly made: readonly MadeVersion[]; readonly failed: number }

export async function applyRule(
  rule: string,
  articles: readonly Article[],
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<Applied> {
  const made: MadeVersion[] = []
  let failed = 0
  for (const [index, { id, heldBy = id, version, url, canonicalUrl, capturedAt }] of articles.entries()) {
    if (signal.aborted) break
    const done = await ask('rule.apply', { article: heldBy, version, rule })
    if (!done.ok) failed += 1
    else if (done.value.kind === 'new')
      made.push({ article: heldBy, version: done.value.version, url, canonicalUrl, savedAt: capturedAt })
    onProgress(index + 1)
  }
  return { made, failed }
}

/** With the way back: the versions before are shown again. */
export function sayApplied({ made, failed }: Applied) {
  if (failed > 0) return say(words.failed(counted.articles(failed)), { isProblem: true, ...undoOf(made) })
  if (made.length === 0) return say(words.alike)
  say(words.applied(counted.articles(made.length)), undoOf(made))
}

function undoOf(made: readonly MadeVersion[]) {
  return made.length === 0 ? {} : { undo: () => tell(showMade(made, false), { isQuiet: true }) }
}
