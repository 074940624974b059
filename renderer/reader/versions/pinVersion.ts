// Which version the reader opens: the one that was chosen, or again the latest good one.
import { tell } from '../../app/acts.ts'
import { perform } from '../../library/acts.ts'

/** `version` undefined: no longer a chosen one. */
export function pinVersion(article: string, version: string | undefined): Promise<boolean> {
  return tell(perform([{ act: 'version-pinned', article, ...(version !== undefined && { version }) }]))
}
