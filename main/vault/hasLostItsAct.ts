// Whether a version was kept and no act calls it saved any more: the file that held the act is gone, or its line is damaged. Nothing else would ever
// show it again.
import type { Version } from '../../preload/article.ts'
import type { CheckedActs } from './checkActs.ts'
import { isLongHere } from './isLongHere.ts'
import { onDisk, versionPath } from './layout.ts'

export type Around = {
  readonly root: string
  readonly acts: CheckedActs
  /** What waiting links will say the act of; read before the acts, so that none falls between. */
  readonly planned: ReadonlySet<string>
  now(): number
}

/** Of a record that is whole. False as long as there are acts that cannot be read, and of what may still be on its way. */
export async function hasLostItsAct({ id, version }: Version, { root, acts, planned, now }: Around): Promise<boolean> {
  const [record, html] = [versionPath(id, version, 'json'), versionPath(id, version, 'html.gz')]
  if (acts.unread > 0 || acts.records.has(record) || acts.purged.has(id) || planned.has(version)) return false
  return (await isLongHere(onDisk(root, record), now())) && isLongHere(onDisk(root, html), now())
}
