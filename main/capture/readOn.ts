// An article of many pages: the pages after the first, one by one, until there is no more or it is enough.
import type { Result } from '../../preload/failure.ts'
import type { Reason } from '../../preload/reason.ts'
import { attributeValue, type KeptResources } from './resources.ts'

/** A page that was opened and its parts kept. */
export type Part = {
  readonly url: string
  /** Where it says that the article goes on. */
  readonly next: string | undefined
  readonly resources: KeptResources
}

export type Joined = {
  /** The first page, with the others where nobody sees them and extraction finds them. */
  readonly resources: KeptResources
  /** What is missing. */
  readonly shortcomings: readonly Reason[]
}

/** The first page included. */
const mostPages = 30
const longestMs = 5 * 60_000

export async function readOn(
  first: Part,
  open: (url: string) => Promise<Result<Part>>,
  signal: AbortSignal,
  now: () => number = Date.now,
): Promise<Joined> {
  const parts: Part[] = []
  const shortcomings: Reason[] = []
  const seen = new Set([first.url])
  const endAt = now() + longestMs
  for (let next = first.next; next !== undefined && !seen.has(next) && !signal.aborted;) {
    if (parts.length + 1 >= mostPages || now() > endAt) {
      shortcomings.push({ code: 'more-pages', kept: parts.length + 1 })
      break
    }
    seen.add(next)
    const opened = await open(next)
    if (!opened.ok) {
      shortcomings.push({ code: 'page-missing', page: parts.length + 2 })
      break
    }
    // Led back to one that is there already: there was no such page.
    if (seen.has(opened.value.url) && opened.value.url !== next) break
    seen.add(opened.value.url)
    parts.push(opened.value)
    next = opened.value.next
  }
  return { resources: joined(first, parts), shortcomings }
}

/** Each in a frame below the first: it keeps its styles. Extraction knows them by an attribute that the pages themselves cannot have. */
function joined({ resources }: Part, parts: readonly Part[]): KeptResources {
  if (parts.length === 0) return resources
  const following = parts.map(({ url, resources: { html } }) => {
    const height = /^[^>]*>?\s*<html[^>]* data-offprint-box="-?\d+,-?\d+,\d+,(\d+),/.exec(html)?.[1]
    const look = `display:block;clear:both;flex:0 0 100%;width:100%;height:${height === undefined ? '100vh' : `${height}px`};border:0`
    return (
      `<iframe data-offprint-part="${attributeValue(url)}" sandbox="allow-same-origin" style="${look}" ` +
      `srcdoc="${attributeValue(html)}"></iframe>`
    )
  })
  const all = [resources, ...parts.map((part) => part.resources)]
  const blobs = new Map(all.flatMap((one) => one.blobs.map((blob) => [blob.name, blob])))
  const end = resources.html.lastIndexOf('</body>')
  const at = end < 0 ? resources.html.length : end
  return {
    html: `${resources.html.slice(0, at)}${following.join('')}${resources.html.slice(at)}`,
    blobs: [...blobs.values()],
    tooLarge: all.reduce((sum, one) => sum + one.tooLarge, 0),
    leftOut: all.reduce((sum, one) => sum + one.leftOut, 0),
  }
}
