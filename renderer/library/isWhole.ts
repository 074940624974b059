// A damaged store may come up with rows missing and say nothing: what was counted with each write must still be there.
import { database } from './database.ts'

export async function isWhole(): Promise<boolean> {
  if (await database.meta.get('rebuilding')) return true // it is being made whole
  const [articles, lacking, texts, bodies, records, counts] = await database.transaction('r', database.tables, () =>
    Promise.all([
      database.articles.count(),
      database.articles.where('lacking').equals(1).count(),
      database.texts.count(),
      database.bodies.count(),
      database.records.count(),
      database.counts.bulkGet(['all', 'trash']),
    ]),
  )
  const counted = counts.reduce((sum, entry) => sum + (entry?.count ?? 0), 0)
  const read = articles - lacking
  return articles === counted && texts === read && bodies === read && records === read
}
