// Whether a kept article leads to an address by itself: it is where the article came from, or a link in its text or its snapshot.
import type { Result } from '../preload/failure.ts'

type Kept = {
  readVersion(
    article: string,
    version: string,
  ): Promise<
    Result<{ readonly record: { readonly url: string; readonly canonicalUrl: string }; readonly html: string }>
  >
  readPage(article: string, version: string): Promise<Result<string>>
}

export async function leadsTo(
  address: string,
  { article, version }: { readonly article: string; readonly version: string },
  vault: Kept,
): Promise<boolean> {
  const wanted = normal(address)
  const kept = await vault.readVersion(article, version)
  if (!kept.ok || wanted === undefined) return false
  const { record, html } = kept.value
  if ([record.url, record.canonicalUrl].some((one) => normal(one) === wanted) || links(html, wanted)) return true
  const page = await vault.readPage(article, version)
  return page.ok && links(page.value, wanted)
}

function links(html: string, wanted: string): boolean {
  for (const [, double, single] of html.matchAll(/\shref=(?:"([^"]*)"|'([^']*)')/gi)) {
    const written = unescaped(double ?? single ?? '')
    if (normal(written) === wanted) return true
  }
  return false
}

/** What a serialiser writes into an attribute. */
function unescaped(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&')
}

function normal(address: string): string | undefined {
  try {
    return new URL(address).href
  } catch {
    return undefined // no whole address: it leads nowhere outside
  }
}
