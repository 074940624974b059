// A vault as the app would have written it, made without a capture: for what is done with articles and not how they came.
import { appUser } from '../../build/appUser.ts'
import { handOver } from '../../build/handOver.ts'
import { newUlid } from '../../main/vault/ulid.ts'
import { openVault } from '../../main/vault/vault.ts'
import type { ActBody } from '../../preload/act.ts'
import { newFolder } from './app.ts'

export type MadeArticle = {
  readonly title: string
  readonly url?: string
  readonly siteName?: string
  readonly lang?: string
  /** Of the text. Each is a block; `<h2>` and the like may be written. */
  readonly paragraphs?: readonly string[]
  /** As the record says; that of the paragraphs unless given. */
  readonly words?: number
  readonly tags?: readonly string[]
  /** What else was done to it, in that order. */
  readonly acts?: (article: string) => readonly MadeAct[]
}

/** `at`: when it was done, in ISO 8601. Acts come in the order of their times, or the clock puts them after the ones before. */
export type MadeAct = ActBody & { readonly at?: string }

export type MadeVault = { readonly vault: string; readonly ids: readonly string[] }

/** The first article is the oldest. */
export async function madeVault(
  articles: readonly MadeArticle[],
  savedAt = '2024-01-01T12:00:00.000Z',
): Promise<MadeVault> {
  const vault = await newFolder('vault')
  let now = Date.parse(savedAt)
  const opened = await openVault({ root: vault, device: 'madevault0', now: () => now })
  if (!opened.ok) throw new Error(opened.failure.code)
  const ids: string[] = []
  const later: MadeAct[] = []
  for (const [n, article] of articles.entries()) {
    const [id, version] = [newUlid(), newUlid()]
    ids.push(id)
    const { paragraphs = [`What stands in ${article.title}.`], url = `https://made.example/${n}` } = article
    const saved = new Date(Date.parse(savedAt) + n * 60_000).toISOString()
    const record = {
      id,
      version,
      url,
      canonicalUrl: url,
      title: article.title,
      ...(article.siteName === undefined ? {} : { siteName: article.siteName }),
      lang: article.lang ?? 'en',
      excerpt: paragraphs[0] ?? '',
      capturedAt: saved,
      how: { way: 'imported' as const, app: 'test' },
      verdict: 'complete' as const,
      reasons: [],
      words: article.words ?? paragraphs.join(' ').split(/\s+/).length,
      blobs: [],
    }
    const html = paragraphs.map((text) => (text.startsWith('<') ? text : `<p>${text}</p>`)).join('\n')
    const written = await opened.value.writeVersion({ record, html })
    if (!written.ok) throw new Error(written.failure.code)
    await append([
      { act: 'saved', article: id, version, url, canonicalUrl: url, savedAt: saved, current: true },
      ...(article.tags ?? []).map((tag): ActBody => ({ act: 'tagged', article: id, tag })),
    ])
    later.push(...(article.acts?.(id) ?? []))
  }
  for (const { at, ...body } of later.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))) {
    if (at !== undefined) now = Date.parse(at)
    await append([body])
  }
  await opened.value.close()
  await handOver(vault, await appUser(), '/')
  return { vault, ids }

  async function append(acts: readonly ActBody[]): Promise<void> {
    if (!opened.ok) return
    const appended = await opened.value.append([...acts])
    if (!appended.ok) throw new Error(appended.failure.code)
  }
}
