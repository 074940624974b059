// A damaged store may come up with rows missing and say nothing: what was counted with each write must still be there.
import { database } from './database.ts'

/** A start looks at so many articles: at all of a small library; of a large one, whose texts are hundreds of megabytes, at the next part. */
const partSize = 2_000

export async function isWhole(): Promise<boolean> {
  if (await database.meta.get('rebuilding')) return true // it is being made whole
  const from = String((await database.meta.get('checked'))?.value ?? '')
  const { isRight, end } = await database.transaction('r', database.tables, () => lookAt(from))
  if (end !== from) await database.meta.put({ key: 'checked', value: end })
  return isRight
}

async function lookAt(from: string): Promise<{ isRight: boolean; end: string }> {
  const ids = await database.articles.where('id').above(from).limit(partSize).primaryKeys()
  const [first, last] = [ids[0], ids.at(-1)]
  const end = ids.length === partSize && last !== undefined ? last : ''
  // An index is a small part of the rows; each article is once in this one.
  const [articles, counts] = await Promise.all([
    database.articles.orderBy('words').count(),
    database.counts.bulkGet(['all', 'trash']),
  ])
  if (articles !== counts.reduce((sum, entry) => sum + (entry?.count ?? 0), 0)) return { isRight: false, end }
  if (first === undefined || last === undefined) return { isRight: true, end }
  const within = (id: string) => id >= first && id <= last
  const lacking = (await database.articles.where('lacking').equals(1).primaryKeys()).filter(within)
  const [texts, bodies, records] = await Promise.all([
    database.texts.where('id').between(first, last, true, true).count(),
    database.bodies.where('id').between(first, last, true, true).count(),
    database.records.where('id').between(first, last, true, true).count(),
  ])
  const read = ids.length - lacking.length
  return { isRight: texts === read && bodies === read && records === read, end }
}
