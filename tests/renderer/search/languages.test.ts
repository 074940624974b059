import { expect, test } from 'vitest'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { languages } from './languages.ts'
import { made } from './made.ts'

test.each(Object.entries(languages))('finds what is asked for in %s, and nothing else', async (lang, table) => {
  const lines = table
    .trim()
    .split('\n')
    .map((line) => line.split(' > '))
  const index = await SearchIndex.open(memoryStore())
  const articles = lines.map(([, text = '']) => made({ title: '', url: '', lang, text }))
  await index.put(articles)
  const wrong = lines.flatMap(([asked = '', text], at) => {
    const query = parseQuery(asked)
    if (!query.ok) return [asked]
    const found = index.search(query.value, { limit: 10, offset: 0 }, 0).hits.map(({ id }) => id)
    const isRight = found.length === 1 && found[0] === articles[at]?.article.id
    return isRight ? [] : [`${asked} > ${text}: ${found.length} found`]
  })
  expect(wrong).toEqual([])
  expect(lines.length).toBeGreaterThanOrEqual(10)
})
