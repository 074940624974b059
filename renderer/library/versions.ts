// Every version that is kept of one article, whichever of its ids holds it. Read from the vault when somebody asks: lists never need them.
import type { Version } from '../../preload/article.ts'
import { ok, type Result } from '../../preload/failure.ts'
import { article as findArticle, foldedIds } from './articles.ts'
import { database } from './database.ts'
import { mergeStates } from './fold.ts'
import { textOf } from './textOf.ts'
import { timeOfUlid } from './timeOfUlid.ts'
import { vaultPort } from './vaultPort.ts'

export type KeptVersion = {
  readonly version: string
  /** The id whose folder holds its files. */
  readonly holder: string
  readonly savedAt: string
  /** Undefined when its files cannot be read. */
  readonly record: Version | undefined
  /** The one that the reader opens. */
  readonly isShown: boolean
  readonly isPinned: boolean
  /** When it was read again from the page of an earlier version, in ISO 8601; undefined for what was captured. */
  readonly readAgainAt: string | undefined
}

/** What the vault answers in one request. */
const mostAtOnce = 25

/** Newest first. */
export async function versionsOf(id: string): Promise<Result<readonly KeptVersion[]>> {
  const article = await findArticle(id)
  const states = await statesOf(id)
  const merged = mergeStates(states)
  if (!article || !merged) return ok([])
  const saves = states.flatMap((state) =>
    Object.entries(state.saves).map(([version, save]) => ({ holder: state.id, version, savedAt: save.value.savedAt })),
  )
  const records = new Map<string, Version>()
  for (let start = 0; start < saves.length; start += mostAtOnce) {
    const wanted = saves.slice(start, start + mostAtOnce).map(({ holder, version }) => ({ article: holder, version }))
    const read = await vaultPort().request('vault.versions', wanted)
    if (!read.ok) return read
    for (const one of read.value) if (one) records.set(one.record.version, one.record)
  }
  const unique = new Map(saves.map((save) => [save.version, save]))
  const isReadAgain = (one: Version | undefined) =>
    one !== undefined &&
    [...records.values()].some((other) => other.version < one.version && other.capturedAt === one.capturedAt)
  return ok(
    [...unique.values()]
      .sort((a, b) => (a.version < b.version ? 1 : -1))
      .map(({ holder, version, savedAt }) => ({
        version,
        holder,
        savedAt,
        record: records.get(version),
        isShown: version === article.version,
        isPinned: version === merged.pinned?.value,
        readAgainAt: isReadAgain(records.get(version)) ? timeOfUlid(version) : undefined,
      })),
  )
}

/** The paragraphs of one version, as plain text; undefined when its files cannot be read. */
export async function paragraphsOf(id: string, version: string): Promise<readonly string[] | undefined> {
  const found = await versionOf(id, version)
  if (!found) return undefined
  const { text, offsets } = textOf(found.html)
  return offsets
    .map((offset, at) =>
      text
        .slice(offset, offsets[at + 1])
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((paragraph) => paragraph !== '')
}

/** Record and reader HTML of one version; undefined when it is none of the article's, or cannot be read. */
export async function versionOf(id: string, version: string): Promise<{ record: Version; html: string } | undefined> {
  const holder = (await statesOf(id)).find((state) => Object.hasOwn(state.saves, version))
  if (!holder) return undefined
  const read = await vaultPort().request('vault.versions', [{ article: holder.id, version }])
  return (read.ok && read.value[0]) || undefined
}

async function statesOf(id: string) {
  const states = await database.states.bulkGet([...(await foldedIds(id))])
  return states.filter((state) => state !== undefined)
}
