// Brings back what was kept and whose act is lost: says once more that it was saved, as of then. Should the lost act be found again, it is the later one
// and stands. What else was lost with it (tags, places, highlights, that it was deleted for good) nobody knows any more: rather an article too many.
import type { Act } from '../../preload/act.ts'
import type { Version } from '../../preload/article.ts'
import { isAtLeastAsGood, worthOf } from '../../preload/worth.ts'
import type { ActFile } from './actFiles.ts'
import { checkActs } from './checkActs.ts'
import { plannedVersions } from './inbox.ts'
import { kindOf, onDisk, type VaultPath } from './layout.ts'
import { read } from './read.ts'
import { timeOfUlid } from './ulid.ts'
import { hasLostItsAct, type Around } from './hasLostItsAct.ts'
import { parseRecord } from './versions.ts'
import { walk } from './walk.ts'
import type { Desk } from './write.ts'

/** The acts that bring back what has lost its own, oldest first; nothing is written. */
export async function findLostActs(
  { root, device }: Pick<Desk, 'root' | 'device'>,
  readableBytes: (file: ActFile) => number,
  now: () => number,
): Promise<Act[]> {
  const planned = await plannedVersions(root)
  const around: Around = { root, planned, acts: await checkActs(root, device, readableBytes), now }
  const acts: Act[] = []
  for (const paths of await recordsByArticle(root)) {
    if (paths.every((path) => around.acts.records.has(path))) continue
    const records = (await Promise.all(paths.map((path) => readRecord(root, path)))).filter((one) => one !== undefined)
    for (const record of records)
      if (await hasLostItsAct(record, around)) acts.push(savedAgain(record, records, device))
  }
  return acts.sort((a, b) => (a.clock < b.clock ? -1 : 1))
}

async function recordsByArticle(root: string): Promise<Iterable<VaultPath[]>> {
  const byArticle = new Map<string, VaultPath[]>()
  for (const path of (await walk(root, ['articles'])).files) {
    const file = kindOf(path)
    if (file.kind !== 'version' || file.part !== 'json') continue
    byArticle.set(file.article, [...(byArticle.get(file.article) ?? []), path])
  }
  return byArticle.values()
}

async function readRecord(root: string, path: VaultPath): Promise<Version | undefined> {
  const file = kindOf(path)
  if (file.kind !== 'version') return undefined
  const found = await read(onDisk(root, path))
  const record = found.kind === 'whole' ? parseRecord(found.value, file.article, file.version) : undefined
  return record?.ok ? record.value : undefined
}

/** `all`: of its article. As when it was captured, a version that is worse than one before it is kept aside, under that one's address. */
function savedAgain(record: Version, all: readonly Version[], device: string): Act {
  const worth = worthOf(record)
  const better = all.find((one) => madeAt(one) < madeAt(record) && !isAtLeastAsGood(worth, worthOf(one)))
  return {
    clock: `${madeAt(record)}+0000`,
    device,
    act: 'saved',
    article: record.id,
    version: record.version,
    url: record.url,
    canonicalUrl: (better ?? record).canonicalUrl,
    savedAt: record.capturedAt,
    current: better === undefined,
    worth,
  }
}

/** A page that is read again keeps the time of its capture; its id was made later. */
function madeAt({ capturedAt, version }: Version): string {
  const planned = new Date(timeOfUlid(version)).toISOString()
  return planned > capturedAt ? planned : capturedAt
}
