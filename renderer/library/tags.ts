// The tags of the library with how many articles each holds, those nested below it included. The Trash does not count.
import { database } from './database.ts'
import { tagOfList } from './lists.ts'

export type TagCount = { readonly tag: string; readonly count: number }

/** Sorted by name; a parent is there also when no article has it by itself. */
export async function tagCounts(): Promise<TagCount[]> {
  const counts = await database.counts.where('list').startsWith('tag:').toArray()
  return counts
    .map(({ list, count }) => ({ tag: tagOfList(list) ?? list, count }))
    .sort((a, b) => a.tag.localeCompare(b.tag))
}
