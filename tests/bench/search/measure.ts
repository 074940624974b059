// Our engine, measured where it runs: build; and over what was built start, each kind of question, adding, changing, merging. Knows no environment: a store, a clock, a corpus.
import { also } from '../../../renderer/search/also.ts'
import { matchAll, rank } from '../../../renderer/search/evaluate.ts'
import { parseQuery } from '../../../renderer/search/parseQuery.ts'
import { SearchIndex } from '../../../renderer/search/searchIndex.ts'
import type { Store } from '../../../renderer/search/segments/store.ts'
import { snippet } from '../../../renderer/search/snippet.ts'
import type { Corpus } from './corpus.ts'
import { questionsFor, type Asked, type Kind } from './questions.ts'

/** Milliseconds, one a measurement; or one number of another unit. */
export type Measured = Readonly<Record<string, readonly number[]>>

export type Place = {
  /** Each time anew, over the same files. */
  open(): Promise<Store>
  sizeBytes(): Promise<number>
  /** Undefined where it cannot be known. */
  memoryBytes(): Promise<number | undefined>
  /** Texts as the app reads them for snippets. */
  texts(ids: readonly string[]): Promise<readonly string[]>
  /** Lets questions in, as the app does between two pieces of background work. */
  pause(): Promise<void>
  /** How long each question that came in while this went on had to wait, in milliseconds. */
  delays(run: () => Promise<void>): Promise<readonly number[]>
}

const batch = 1_000
const page = { limit: 20, offset: 0 }
/** Until what answers has been compiled; the app's own worker asks itself questions for it. */
const warmUp = 3
const rounds = 5
/** As long as background work of the app goes on without a pause. */
const sliceMs = 5
const added = 200
/** As many articles at most may have made the same error. */
const mostWithTypo = 2
/** More of them: merged to parts in files of their own, with a new catalog for each. */
const addedAtOnce = 4

/** None where the place does not tell. */
async function megabytes(place: Place): Promise<readonly number[]> {
  const bytes = await place.memoryBytes()
  return bytes === undefined ? [] : [bytes / 1e6]
}

async function opened(place: Place): Promise<SearchIndex> {
  return SearchIndex.open(await place.open(), 'bench', place.pause)
}

export async function measureBuild(corpus: Corpus, place: Place, say: (words: string) => void): Promise<Measured> {
  const figures: Record<string, readonly number[]> = {}
  const index = await opened(place)
  const held: number[] = []
  let spent = 0
  for (let from = 0; from < corpus.size; from += batch) {
    const some = Array.from({ length: Math.min(batch, corpus.size - from) }, (_, n) => corpus.article(from + n))
    const before = performance.now()
    await index.gather(some)
    if (index.isFull || from + batch >= corpus.size) while (!(await index.seal(50)));
    while (await index.work(50));
    spent += performance.now() - before
    // It collects garbage each time, which takes as long as a batch.
    if ((from / batch) % 10 === 9 || from + batch >= corpus.size) {
      held.push(...(await megabytes(place)))
      say(`${Math.min(from + batch, corpus.size)} articles indexed`)
    }
  }
  const beforeRest = performance.now()
  await index.complete()
  while (await index.work(50));
  spent += performance.now() - beforeRest
  figures['build'] = [corpus.size / (spent / 1_000)]
  figures['memoryIndexing'] = held.length > 0 ? [Math.max(...held)] : []
  figures['bytesPerArticle'] = [(await place.sizeBytes()) / corpus.size]
  index.close()
  return figures
}

/** Over what was built, in a worker that has not built it: as after a start of the app, and without the memory that building leaves behind. */
export async function measureQuestions(corpus: Corpus, place: Place, say: (words: string) => void): Promise<Measured> {
  const figures: Record<string, readonly number[]> = {}
  const questions = questionsFor(corpus)
  let index = await opened(place)
  const starts: number[] = []
  for (let round = 0; round < 5; round++) {
    index.close()
    const before = performance.now()
    index = await opened(place)
    ask(index, questions.common[round]!.query)
    starts.push(performance.now() - before)
  }
  figures['openToAnswer'] = starts
  figures['memoryReady'] = await megabytes(place)
  say(`${index.library(0).parts.length} parts`)

  for (const [kind, asked] of Object.entries(questions) as [Kind, readonly Asked[]][]) {
    if (kind === 'typo') continue
    figures[kind] = times(asked, ({ query }) => ask(index, query))
  }
  // What was mistyped may be a word that the sample did not hold: of a word that articles have nobody can tell that another was meant.
  const typos = questions.typo.filter(({ query }) => (ask(index, query)?.total ?? 0) <= mostWithTypo)
  say(`${typos.length} of ${questions.typo.length} mistyped words are no other words`)
  let right = 0
  figures['typo'] = times(typos, ({ query, meant }, round) => {
    const found = askAlso(index, query)
    if (round === 0 && found?.words.some((word) => word.meant.includes(meant ?? ''))) right += 1
  })
  figures['typoFound'] = [(100 * right) / Math.max(1, typos.length)]
  figures['snippets'] = await timesOf([...questions.common, ...questions.and], ({ query }) =>
    askWithSnippets(index, query, (ids) => place.texts(ids)),
  )
  figures['memoryAfter'] = await megabytes(place)

  const another = (n: number) => {
    const article = corpus.article(n % corpus.size)
    return { ...article, article: { ...article.article, id: `01M${n.toString().padStart(23, '0')}` } }
  }
  const adds: number[] = []
  const mergeOn = async () => {
    const isBusy = await index.work(sliceMs)
    await place.pause()
    return isBusy
  }
  for (let n = 0; n < added; n++) {
    const article = another(n)
    const before = performance.now()
    await index.put([article])
    adds.push(performance.now() - before)
    await mergeOn()
  }
  figures['add'] = adds
  const delays = await place.delays(async () => {
    for (let n = 0; n < added; n++) {
      const articles = Array.from({ length: addedAtOnce }, (_, at) => another(added + n * addedAtOnce + at))
      for (const article of articles) {
        await index.put([article])
        await place.pause()
      }
      await mergeOn()
    }
    while (await mergeOn());
  })
  figures['delay'] = delays
  figures['delayLongest'] = [Math.max(...delays)]
  const gone = Array.from({ length: Math.min(1_000, corpus.size >> 1) }, (_, n) => corpus.article(n * 2).article.id)
  const before = performance.now()
  await index.remove(gone)
  ask(index, questions.common[0]!.query)
  figures['delete1000'] = [performance.now() - before]
  index.close()
  return figures
}

function ask(index: SearchIndex, text: string) {
  const query = parseQuery(text)
  return query.ok ? index.search(query.value, page, Date.now()) : undefined
}

function askAlso(index: SearchIndex, text: string) {
  const query = parseQuery(text)
  if (!query.ok) return undefined
  const library = index.library(Date.now())
  const matched = matchAll(query.value, library)
  rank(matched, library, page)
  return also(query.value, matched.leaves, library, page)
}

async function askWithSnippets(index: SearchIndex, text: string, texts: Place['texts']) {
  const answer = ask(index, text)
  if (!answer) return
  const read = await texts(answer.hits.map(({ id }) => id))
  for (const one of read) snippet(one, answer.sought)
}

/** After rounds that warm up. Each is asked once a round, the others between, so that nothing of its last answer is at hand; the clock of an isolated page tells 5 µs apart. */
function times(all: readonly Asked[], run: (asked: Asked, round: number) => void): number[] {
  const measured: number[] = []
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const asked of all) {
      const before = performance.now()
      run(asked, round)
      if (round >= warmUp) measured.push(performance.now() - before)
    }
  }
  return measured
}

async function timesOf(all: readonly Asked[], run: (asked: Asked) => Promise<void>): Promise<number[]> {
  const measured: number[] = []
  for (let round = 0; round < 2; round++) {
    for (const asked of all) {
      const before = performance.now()
      await run(asked)
      if (round > 0) measured.push(performance.now() - before)
    }
  }
  return measured
}
