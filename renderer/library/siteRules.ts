// What the reader has said of the pages of a site, and the kept articles that it may be applied to. Rules travel with the vault.
import { z } from 'zod'
import { ok, type Result } from '../../preload/failure.ts'
import { ruleSiteOf } from '../../preload/siteRule.ts'
import { perform, type Undo } from './acts.ts'
import { database, type Row } from './database.ts'
import { eachArticle, type Walk } from './eachArticle.ts'

const prefix = 'rule '

/** Undefined where there is none. */
export async function siteRule(site: string): Promise<string | undefined> {
  return textOf((await database.shared.get(`${prefix}${site}`))?.value)
}

/** By name. */
export async function siteRules(): Promise<{ readonly site: string; readonly rule: string }[]> {
  const entries = await database.shared.where('key').startsWith(prefix).toArray()
  return entries.flatMap(({ key, value }) => {
    const rule = textOf(value)
    return rule === undefined ? [] : [{ site: key.slice(prefix.length), rule }]
  })
}

/** An empty rule is none. `words`: what is said of it. */
export function keepSiteRule(site: string, rule: string, words?: string): Promise<Result<Undo>> {
  return perform([{ act: 'rule-made', site, rule: rule.slice(0, 100_000) }], words)
}

/** Those that are not in the Trash, newest first. */
export async function articlesOfSite(site: string, walk: Walk = {}): Promise<Row[]> {
  const found: Row[] = []
  await eachArticle((row) => {
    if (!row.trashed && ruleSiteOf(row.url) === site) found.push(row)
  }, walk)
  return found.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1))
}

/** Versions that were made of kept ones: taken back, the ones before are shown again; nothing is deleted. */
export function showMade(made: readonly MadeVersion[], isShown: boolean): Promise<Result<Undo>> {
  return perform(
    made.map(({ article, version, url, canonicalUrl, savedAt }) => ({
      act: 'saved',
      article,
      version,
      url,
      canonicalUrl,
      savedAt,
      current: isShown,
    })),
  ).then((done) => (done.ok ? ok({ ...done.value, undo: () => showMade(made, !isShown) }) : done))
}

export type MadeVersion = {
  /** The id whose folder holds it. */
  readonly article: string
  readonly version: string
  readonly url: string
  readonly canonicalUrl: string
  readonly savedAt: string
}

function textOf(value: unknown): string | undefined {
  const parsed = z.string().min(1).safeParse(value)
  return parsed.success ? parsed.data : undefined
}
