import { expect, test } from 'vitest'
import { parseQuery } from '../../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../../renderer/search/segments/store.ts'
import { newSeed, randomFrom } from '../../../random.ts'
import { made } from '../made.ts'

test('finds every word that holds some letters among more than ten thousand, as a look at all words does', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const syllables = ['ba', 'ri', 'to', 'men', 'sal', 'ver', 'din', 'né', 'pel', 'or', 'an', 'lo', 'gra', 'ку', 'жа']
  const word = () => Array.from({ length: 3 + random.below(3) }, () => random.pick(syllables)).join('')
  const articles = Array.from({ length: 40 }, () => made({ text: Array.from({ length: 500 }, word).join(' ') }))
  const index = await SearchIndex.open(memoryStore())
  await index.put(articles)
  const folded = articles.map(({ article, text }) => ({ id: article.id, words: text.replaceAll('é', 'e').split(' ') }))
  for (let round = 0; round < 200; round++) {
    const from = random.pick(random.pick(folded).words)
    const start = random.below(from.length - 5)
    const part = from.slice(start, start + 1 + random.below(6))
    const query = parseQuery(`*${part}*`)
    if (!query.ok) throw new Error(part)
    const found = index.search(query.value, { limit: 100, offset: 0 }, 0).hits.map(({ id }) => id)
    const looked = folded.filter(({ words }) => words.some((one) => one.includes(part))).map(({ id }) => id)
    expect(found.sort(), `seed ${seed}: ${part}`).toEqual(looked.sort())
  }
})
