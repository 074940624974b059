import { expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { listed } from '../../../renderer/search/listed.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { newSeed, randomFrom } from '../../random.ts'
import { made } from './made.ts'

const seed = newSeed()

test(`after any changes a view is listed as sorting its articles anew lists it (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const index = await SearchIndex.open(memoryStore())
  const kept = new Map<string, Article>()
  for (let round = 0; round < 60; round++) {
    // Few instants, so that many articles share one.
    const savedAt = new Date(Date.UTC(2026, 0, 1 + random.below(9))).toISOString()
    const [some] = [...kept.values()].slice(random.below(Math.max(1, kept.size)))
    if (some && random.next() < 0.25) {
      await index.remove([some.id])
      kept.delete(some.id)
    } else {
      const isAgain = some !== undefined && random.next() < 0.3
      const one = made({ ...(isAgain ? some : {}), savedAt, trashed: random.next() < 0.2 })
      await index.put([one])
      kept.set(one.article.id, one.article)
    }
    const { facts } = index.library(0)
    const wanted = [...kept.values()]
      .filter((article) => !article.trashed)
      .sort((a, b) => b.savedAt.localeCompare(a.savedAt) || (a.id < b.id ? -1 : 1))
    expect(listed(facts.kept, facts)).toBe(wanted.map((article) => article.id).join(''))
  }
})
