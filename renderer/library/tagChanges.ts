// Tags changed everywhere at once: renamed, merged, deleted. Those nested below go along; articles in the Trash too. Each is one act of undo.
import type { ActBody } from '../../preload/act.ts'
import type { Result } from '../../preload/failure.ts'
import { perform, type Undo } from './acts.ts'
import { database, type Row } from './database.ts'
import { breathe } from './breathe.ts'
import { getMany } from './inPieces.ts'
import { listOf, listRange } from './lists.ts'

/** Every tag of `from`, and what is nested below it, becomes `to`. A name that is there already takes them in. */
export async function renameTags(from: readonly string[], to: string, words: string): Promise<Result<Undo>> {
  return changeTags(from, (tag, root) => (tag === root ? to : to + tag.slice(root.length)), words)
}

export async function deleteTags(tags: readonly string[], words: string): Promise<Result<Undo>> {
  return changeTags(tags, () => undefined, words)
}

async function changeTags(
  roots: readonly string[],
  next: (tag: string, root: string) => string | undefined,
  words: string,
): Promise<Result<Undo>> {
  const bodies: ActBody[] = []
  for (const row of await rowsWith(roots)) {
    const renamed = row.tags.flatMap((tag) => {
      const root = roots.find((one) => isWithin(tag, one))
      return root === undefined ? tag : (next(tag, root)?.slice(0, 100) ?? [])
    })
    // Only what differs: one of several may become what another was.
    for (const tag of row.tags) if (!renamed.includes(tag)) bodies.push({ act: 'untagged', article: row.id, tag })
    for (const tag of new Set(renamed))
      if (!row.tags.includes(tag)) bodies.push({ act: 'tagged', article: row.id, tag })
    await breathe()
  }
  return perform(bodies, words)
}

async function rowsWith(roots: readonly string[]): Promise<readonly Row[]> {
  const ids = new Set<string>()
  // An article in the Trash is on no tag's list, and keeps its tags.
  for (const list of [...roots.map((tag) => listOf({ kind: 'tag', tag })), 'trash']) {
    const [lower, upper] = listRange(list)
    for (const id of await database.articles.where('lists').between(lower, upper).primaryKeys()) ids.add(id)
  }
  const rows = await getMany(database.articles, [...ids])
  return rows.filter((row) => row !== undefined)
}

function isWithin(tag: string, root: string): boolean {
  return tag === root || tag.startsWith(`${root}/`)
}
