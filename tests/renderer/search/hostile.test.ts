import { expect, test } from 'vitest'
import { also } from '../../../renderer/search/also.ts'
import { matchAll } from '../../../renderer/search/evaluate.ts'
import { explain } from '../../../renderer/search/explain.ts'
import { facets } from '../../../renderer/search/facets.ts'
import { findMarks } from '../../../renderer/search/marks.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { similar } from '../../../renderer/search/similar.ts'
import { snippet } from '../../../renderer/search/snippet.ts'
import { textsOf } from '../../../renderer/search/textsOf.ts'
import { tokenise } from '../../../renderer/search/tokenise.ts'
import { newSeed, randomFrom } from '../../random.ts'
import { made } from './made.ts'

const now = Date.UTC(2026, 10, 22)

const naughty: readonly string[] = [
  '',
  ' \t\n\u00a0\u2028\u2029\u3000',
  'undefined null NaN Infinity true',
  '__proto__ constructor prototype toString hasOwnProperty valueOf',
  "' OR 1=1; DROP TABLE articles; --",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '%s %d %n %00 \\u0000 ${7*7} {{7*7}}',
  '\u0000\u0001\u0007\u001b\u007f\u0080\u009f',
  '\ufeff\ufffe\uffff\ufdd0 inside',
  'lone \ud800 and \udfff, swapped \udc00\ud800, cut \ud83d',
  '\ud800',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  `Z${'\u0351'.repeat(5_000)}algo`,
  '\u0301\u0301 marks first',
  '\u202eright to left\u202c \u2066isolated\u2069 \u200f\u200e',
  'soft\u00adhy\u00adphen zero\u200bwidth \u200djoin\u200cer',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 👍🏽 1️⃣',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠜎𠜱𠝹 𓀀𓂀 🄰🄱',
  '½ ⅓ ① ㎏ ㍿ ﷺ ﬁ ﬃ ſ İ ı ẞ ǆ K Å',
  'ﾗﾝﾌﾟ ﾞ ﾟ ｶﾞ ㌔',
  '\ue000\ue001\ue000 marks of ours \ue001',
  'คำ ລາວ ខ្មែរ မြန်မာ བོད་ 日本語中文한국어',
  'a'.repeat(300),
  `${'-'.repeat(2_000)}x${"'".repeat(2_000)}`,
  'x-'.repeat(3_000),
  `${'1.2.'.repeat(500)} 0x${'f'.repeat(500)} 1e999 -0`,
  'aB1'.repeat(400),
  'tag:x is:y "open (bracket -minus *star* OR OR',
  '| \\ ^ $ . * + ? ( ) [ ] { }',
]

test('indexes any text in any field and finds it by its own words, also after it was opened again', async () => {
  const store = memoryStore()
  const index = await SearchIndex.open(store)
  const articles = naughty.map((text) =>
    made({
      title: text,
      text: `${text} ${text}`,
      byline: text,
      siteName: text,
      tags: [text],
      note: text,
      lang: text.slice(0, 20),
      url: text,
      notes: [text],
    }),
  )
  await index.put(articles)
  index.flush()
  const opened = await SearchIndex.open(store)
  for (const [at, text] of naughty.entries()) {
    const words = tokenise(text).map(({ start, end }) => text.slice(start, end))
    const query = parseQuery(`"${words.slice(0, 3).join(' ')}"`)
    if (!query.ok || query.value.kind === 'all') continue
    for (const one of [index, opened]) {
      const { hits } = one.search(query.value, { limit: 100, offset: 0 }, now)
      expect(
        hits.map(({ id }) => id),
        JSON.stringify(text),
      ).toContain(articles[at]?.article.id)
    }
  }
})

test('answers, corrects, explains, counts and marks for any question over any text', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  const index = await SearchIndex.open(memoryStore())
  const articles = naughty.map((text) => made({ title: text.slice(0, 50), text, tags: [text], siteName: text }))
  await index.put(articles)
  const library = index.library(now)
  for (const { article } of articles.slice(0, 12)) similar(article.id, textsOf(made({ ...article })), library, 5)
  const piece = () => {
    const text = random.pick(naughty)
    const at = random.below(Math.max(1, text.length))
    return text.slice(at, at + random.below(40))
  }
  for (let round = 0; round < 400; round++) {
    const text = Array.from({ length: 1 + random.below(4) }, piece).join(random.pick([' ', '', '"', ':', '-', '*']))
    const query = parseQuery(text, { typing: random.below(2) === 0 })
    if (!query.ok) {
      expect(query.failure.code, `seed ${seed}`).toBe('bad-query')
      continue
    }
    const matched = matchAll(query.value, library)
    const { hits, sought } = index.search(query.value, { limit: 5, offset: 0 }, now)
    also(query.value, matched.leaves, library, { limit: 5, offset: 0 })
    facets(matched.mask, library, 5)
    for (const { id } of hits) {
      const told = explain(query.value, id, library)
      expect(told, `seed ${seed}: ${JSON.stringify(text)}`).toBeDefined()
      const own = articles.find(({ article }) => article.id === id)?.text ?? ''
      expect(snippet(own, sought).length).toBeLessThan(2_000)
      for (const { start, end } of findMarks(
        own,
        sought.map(({ mark }) => mark),
      ))
        expect(start < end && end <= own.length).toBe(true)
    }
  }
})

test('takes words and texts of a million characters', async () => {
  const index = await SearchIndex.open(memoryStore())
  const long = made({ text: `before ${'q'.repeat(1_000_000)} after`, title: 'z'.repeat(1_000_000) })
  const marks = made({ text: `a${'\u0301'.repeat(1_000_000)} lamp`, title: '東'.repeat(100_000) })
  await index.put([long, marks])
  const ids = (text: string) => {
    const query = parseQuery(text)
    return query.ok ? index.search(query.value, { limit: 5, offset: 0 }, now).hits.map(({ id }) => id) : []
  }
  expect(ids('before after')).toEqual([long.article.id])
  expect(ids('qqqqqqqqqq*')).toEqual([long.article.id])
  expect(ids(`"${'q'.repeat(1_000_000)}"`)).toEqual([long.article.id])
  expect(ids('lamp')).toEqual([marks.article.id])
  expect(ids('東東東')).toEqual([marks.article.id])
})
