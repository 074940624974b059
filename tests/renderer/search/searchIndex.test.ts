import { expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { matches, factsOf } from '../../../renderer/search/facts.ts'
import { parseQuery, type Query } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex, type Indexed } from '../../../renderer/search/searchIndex.ts'
import { memoryStore } from '../../../renderer/search/segments/store.ts'
import { askedStems, stem } from '../../../renderer/search/stem.ts'
import { textsOf } from '../../../renderer/search/textsOf.ts'
import { eachToken, foldWord, joinedOf, joins, partsOf } from '../../../renderer/search/tokenise.ts'
import { made as madeOf, nextId } from './made.ts'
import { newSeed, randomFrom, type Random } from '../../random.ts'

const now = Date.UTC(2026, 10, 22)
const titleOf = new Map<string, string>()

test('finds an article by a word of its text, its title, its note, its tags and its site', async () => {
  const index = await filled({
    title: 'Lanterns',
    text: 'A harbour at night.',
    note: 'for Ada',
    tags: ['ports'],
    siteName: 'The Quay',
    byline: 'J. Moor',
  })
  for (const word of ['harbour', 'lanterns', 'ada', 'ports', 'quay', 'moor'])
    expect(search(index, word), word).toHaveLength(1)
})

test('finds what an excerpt says more than the text, also where both begin alike, and indexes nothing twice', async () => {
  const beginning = 'The harbour of the old town lies still in the evening.'
  const more = { title: 'More', text: `${beginning} Boats come in.`, excerpt: `${beginning} A lantern was lit.` }
  const same = {
    title: 'Same',
    text: `${beginning}\n\nA lantern was lit there.`,
    excerpt: `${beginning} A lantern was…`,
  }
  expect(titles(await filled(more, same), 'lantern').sort()).toEqual(['More', 'Same'])
  const aboutOf = (article: typeof more) => textsOf(madeOf(article)).about
  expect(aboutOf(more)).toContain('A lantern was lit.')
  expect(aboutOf(more)).not.toContain('harbour')
  expect(aboutOf(same)).not.toMatch(/harbour|lantern/)
})

test('finds contractions also without their apostrophe, and no other word in them', async () => {
  const index = await filled(
    { title: 'One', text: "I'm told they don’t mind, and I'd go." },
    { title: 'Two', text: 'Im Hafen' },
  )
  expect(titles(index, 'dont')).toEqual(['One'])
  expect(titles(index, 'DONT')).toEqual(['One'])
  expect(titles(index, "don't")).toEqual(['One'])
  expect(titles(index, 'im').sort()).toEqual(['One', 'Two'])
  expect(titles(index, 'id')).toEqual([])
})

test('finds a verb by its noun and a noun by its verb, and no word that only begins alike', async () => {
  const index = await filled(
    { title: 'One', text: 'They connect the ships.' },
    { title: 'Two', text: 'Two connections, and a discussion.' },
    { title: 'Three', text: 'They discussed it, and a start.' },
    { title: 'Four', text: 'A star.' },
    { title: 'Five', text: 'They produce lamps.' },
    { title: 'Six', text: 'The production of lamps.' },
  )
  expect(titles(index, 'connecting').sort()).toEqual(['One', 'Two'])
  expect(titles(index, 'connection').sort()).toEqual(['One', 'Two'])
  expect(titles(index, 'discussions').sort()).toEqual(['Three', 'Two'])
  expect(titles(index, 'discuss').sort()).toEqual(['Three', 'Two'])
  expect(titles(index, 'start')).toEqual(['Three'])
  expect(titles(index, 'product')).toEqual(['Six'])
  expect(titles(index, 'produce')).toEqual(['Five'])
})

test('ranks a word in the title over one in the text', async () => {
  const text = 'Of ships and sails and ropes and the sea. '.repeat(5)
  const index = await filled({ title: 'Ships', text: `${text} A harbour.` }, { title: 'The harbour', text })
  expect(titles(index, 'harbour')).toEqual(['The harbour', 'Ships'])
})

test('ranks the word itself over words that begin so', async () => {
  const index = await filled(
    { title: 'One', text: 'harbours of the north' },
    { title: 'Two', text: 'harbour of the north' },
  )
  expect(titles(index, 'harbour*')).toEqual(['Two', 'One'])
})

test('ranks the newer of two that match alike first', async () => {
  const index = await filled(
    { title: 'Old', text: 'a lamp', savedAt: '2020-01-01T00:00:00.000Z' },
    { title: 'New', text: 'a lamp', savedAt: '2026-11-01T00:00:00.000Z' },
  )
  expect(titles(index, 'lamp')).toEqual(['New', 'Old'])
})

test('lists the newest first when no words were asked for', async () => {
  const index = await filled(
    { title: 'Old', tags: ['a'], savedAt: '2020-01-01T00:00:00.000Z' },
    { title: 'New', tags: ['a/b'], savedAt: '2026-11-01T00:00:00.000Z' },
    { title: 'Other', tags: ['ab'] },
  )
  expect(titles(index, 'tag:a')).toEqual(['New', 'Old'])
})

test('leaves out the Trash unless it is asked for', async () => {
  const index = await filled({ title: 'Kept', text: 'lamp' }, { title: 'Gone', text: 'lamp', trashed: true })
  expect(titles(index, 'lamp')).toEqual(['Kept'])
  expect(titles(index, 'lamp is:trashed')).toEqual(['Gone'])
})

test('finds a phrase across punctuation but not across the end of the title', async () => {
  const index = await filled(
    { title: 'The old', text: 'harbour wall' },
    { title: 'X', text: 'an old, harbour-side inn' },
  )
  expect(titles(index, '"old harbour"')).toEqual(['X'])
})

test.each([
  ['site:a.example', ['One', 'Two']],
  ['site:news.a.example', ['Two']],
  ['site:quay', ['One']],
  ['author:"ada moor"', ['One']],
  ['is:favourite', ['Two']],
  ['is:unread', ['Three', 'Two']],
  ['is:archived', ['Three']],
  ['has:note', ['Three']],
  ['has:image', ['One']],
  ['has:pdf', ['Two']],
  ['has:pdf -has:note lang:de', ['Two']],
  ['lang:de', ['Two']],
  ['words:>1000', ['Three']],
  ['before:2020', ['One']],
  ['after:2019 -is:archived', ['Two']],
  ['-site:a.example', ['Three']],
  ['tag:été', ['One']],
])('filters by %s', async (query, expected) => {
  const index = await filled(
    {
      title: 'One',
      url: 'https://www.a.example/x',
      siteName: 'The Quay',
      byline: 'Ada Moor',
      publishedAt: '2019-05-01',
      progress: 1,
      tags: ['Été'],
      thumbnail: 'a'.repeat(64),
    },
    { title: 'Two', url: 'https://news.a.example/x', favourite: true, lang: 'de-AT', pdf: true },
    { title: 'Three', url: 'https://notaa.example.org/x', place: 'archive', words: 2_000, note: 'read' },
  )
  expect(titles(index, query).sort()).toEqual([...expected].sort())
})

test('a word that is joined from two goes on as one types where something is asked for, not where it is left out', async () => {
  const index = await filled(
    { title: 'Import', text: 'The harbour is important, its doitall too.' },
    { title: 'I am', text: "I'm at the harbour." },
    { title: 'No worry', text: "They don't worry." },
  )
  for (const typing of [true, false]) {
    expect(titles(index, "harbour i'm", typing)).toEqual(['I am'])
    expect(titles(index, "harbour -i'm", typing)).toEqual(['Import'])
    expect(titles(index, 'harbour -do-it', typing).sort()).toEqual(['I am', 'Import'])
    expect(titles(index, 'dont', typing)).toEqual(['No worry'])
  }
  expect(titles(index, 'harbour do-it', true)).toEqual(['Import'])
})

test('finds a sentence of the excerpt that the text has only within a longer word', async () => {
  const index = await filled({ title: 'Smart', text: 'It is smart.', excerpt: 'art.' })
  expect(titles(index, 'art')).toEqual(['Smart'])
})

test('finds something at each key, while an operator and its value are being typed', async () => {
  const index = await filled({
    title: 'One',
    text: 'a lamp',
    lang: 'de-AT',
    words: 2_500,
    publishedAt: '2019-05-01',
    savedAt: '2026-11-01T10:00:00.000Z',
    tags: ['ports'],
    favourite: true,
  })
  for (const query of [
    'lamp tag:ports',
    'lamp lang:de-at',
    'words:<3000',
    'words:2500',
    'words:2000..3000',
    'lamp sort:newest',
    'before:2019-06-01',
    'saved:2026-10..2026-12 lamp',
    '-tag:cities',
    'lamp AND is:favourite',
    'lamp OR (is:archived',
    'site:www.b.example',
    '*amp*',
    'lamp -*amber*',
  ])
    for (let end = 1; end <= query.length; end += 1)
      expect(titles(index, query.slice(0, end), true), query.slice(0, end)).toEqual(['One'])
  expect(titles(index, 'lamp is ', true)).toEqual([])
  expect(titles(index, 'lamp words:<100 ', true)).toEqual([])
  expect(titles(index, 'lamp oil', true)).toEqual([])
})

test('is one part when the library was taken in, its articles in the order of their slots', async () => {
  const index = await SearchIndex.open(memoryStore())
  for (const count of [300, 200, 200, 200]) {
    await index.gather(Array.from({ length: count }, (_, n) => made({ title: `Number ${n}`, text: 'a lamp' })))
    while (!(await index.seal(50)));
  }
  await index.complete()
  while (await index.work(50));
  const { parts } = index.library(now)
  expect(parts.map(({ slots }) => [...slots])).toEqual([Array.from({ length: 900 }, (_, slot) => slot)])
})

test('knows at once of articles changed and removed', async () => {
  const index = await SearchIndex.open(memoryStore())
  const article = made({ title: 'One', text: 'a lamp' })
  await index.put([article])
  await index.put([{ ...article, article: { ...article.article, version: nextId() }, text: 'a lantern' }])
  expect([search(index, 'lamp'), search(index, 'lantern')]).toEqual([[], [article.article.id]])
  await index.remove([article.article.id])
  expect(search(index, 'lantern')).toEqual([])
})

const vocabulary = [
  'lamp',
  'lamps',
  'lantern',
  'old',
  'harbour',
  'harbours',
  'the',
  'of',
  'sea',
  'été',
  '東京',
  '京都',
  "reader's",
  'B-52',
  'x1',
]
const queries = [
  'lamp',
  'lam*',
  '*arbou*',
  'lamp harbour',
  'lamp OR sea',
  '"the lamp"',
  '"of the sea"',
  '"the har*"',
  '-lamp',
  'old -"the lamp"',
  'in:title lamp',
  '(lamp OR sea) -old',
  'tag:a',
  'is:unread lamp',
  'is:trashed',
  '東京',
  '京',
  "reader's lamp",
  'b-52',
  'ete',
  'words:>5',
  '"the the"',
  '"lamp* sea"',
]

test('matches what a look at every article matches, and ranks after edits as an index made anew', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}`)
  const random = randomFrom(seed)
  for (let round = 0; round < 4; round++) {
    const index = await SearchIndex.open(memoryStore())
    const kept = new Map<string, Indexed>()
    for (let edit = 0; edit < 1_200; edit++) {
      const known = [...kept.keys()]
      if (known.length > 20 && random.below(2) === 0) {
        const id = random.pick(known)
        await index.remove([id])
        kept.delete(id)
      } else {
        const article = randomArticle(random, known.length > 0 && random.below(3) === 0 ? random.pick(known) : nextId())
        await index.put([article])
        kept.set(article.article.id, article)
      }
      if (random.below(3) === 0) await index.work(0)
    }
    const anew = await SearchIndex.open(memoryStore())
    for (const article of kept.values()) await anew.put([article])
    for (const text of queries) {
      const query = parsed(text)
      const answer = index.search(query, { limit: 1_000, offset: 0 }, now)
      const why = `seed ${seed}, round ${round}, ${text}`
      const looked = [...kept.values()]
        .filter((article) => holds(article, query, text))
        .map(({ article }) => article.id)
      expect(answer.hits.map(({ id }) => id).sort(), why).toEqual(looked.sort())
      expect(answer.total, why).toBe(looked.length)
      const again = anew.search(query, { limit: 1_000, offset: 0 }, now)
      expect(
        answer.hits.map(({ id }) => id),
        why,
      ).toEqual(again.hits.map(({ id }) => id))
      const page = index.search(query, { limit: 7, offset: 3 }, now)
      expect(page.hits, why).toEqual(answer.hits.slice(3, 10))
    }
  }
})

/** The slow, obvious way: look at all words of the article. */
function holds(indexed: Indexed, query: Query, text: string): boolean {
  const facts = factsOf(indexed.article)
  if (indexed.article.trashed !== text.includes('is:trashed')) return false
  const all = Object.entries(textsOf(indexed)).map(([field, content]) => ({ field, places: placesOf(content) }))
  const holdsQuery = (part: Query): boolean => {
    switch (part.kind) {
      case 'all':
      case 'sort':
        return true
      case 'filter':
        return matches(facts, part.filter)
      case 'not':
        return !holdsQuery(part.of)
      case 'and':
        return part.of.every(holdsQuery)
      case 'or':
        return part.of.some(holdsQuery)
      case 'words':
        return all.some(({ field, places }) => {
          if (part.field && part.field !== field) return false
          return places.some((_, at) =>
            part.terms.every((wanted, index) =>
              (places[at + index] ?? []).some((term) => {
                if (term === wanted) return true
                if (index < part.terms.length - 1) return false
                if (part.stems && askedStems(part.exact ?? '', 0).includes(stem(term, 0))) return true
                return part.last === 'prefix'
                  ? term.startsWith(wanted)
                  : part.last === 'inside' && term.includes(wanted)
              }),
            ),
          )
        })
    }
  }
  return holdsQuery(query)
}

/** At each place of a text, the words that are found there. */
function placesOf(text: string): string[][] {
  const places: string[][] = []
  let before = { end: -2, raw: '' }
  eachToken(text, (raw, start) => {
    const joined = joins(text, before.end, start) ? joinedOf(before.raw, raw) : undefined
    if (joined !== undefined) places.at(-1)?.push(joined)
    places.push([foldWord(raw), ...(partsOf(raw) ?? [])])
    before = { end: start + raw.length, raw }
  })
  return places
}

function randomArticle(random: Random, id: string): Indexed {
  const words = (count: number) => Array.from({ length: random.below(count) }, () => random.pick(vocabulary)).join(' ')
  return made({
    id,
    title: words(5),
    text: words(25),
    words: random.below(12),
    tags: random.below(3) === 0 ? [random.pick(['a', 'a/b', 'ab'])] : [],
    progress: random.below(2),
    trashed: random.below(8) === 0,
    savedAt: new Date(now - random.below(1_000) * 86_400_000).toISOString(),
    ...(random.below(4) === 0 ? { note: words(4) } : {}),
  })
}

async function filled(...articles: readonly (Partial<Article> & { text?: string })[]): Promise<SearchIndex> {
  const index = await SearchIndex.open(memoryStore())
  for (const article of articles) await index.put([made(article)])
  return index
}

function made(known: Parameters<typeof madeOf>[0]): Indexed {
  const indexed = madeOf(known)
  titleOf.set(indexed.article.id, indexed.article.title)
  return indexed
}

function parsed(text: string, typing = false): Query {
  const query = parseQuery(text, { typing })
  if (!query.ok) throw new Error(text)
  return query.value
}

function search(index: SearchIndex, text: string, typing = false): string[] {
  return index.search(parsed(text, typing), { limit: 100, offset: 0 }, now).hits.map(({ id }) => id)
}

function titles(index: SearchIndex, text: string, typing = false): string[] {
  return search(index, text, typing).map((id) => titleOf.get(id) ?? id)
}
