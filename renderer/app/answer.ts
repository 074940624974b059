// Answers what main asks the window that owns the library and the index: for the queue, and for the command line.
import { articleKeys, type Article, type ArticleJson, type Version } from '../../preload/article.ts'
import {
  questions,
  type EventValue,
  type QuestionArgs,
  type QuestionName,
  type QuestionResult,
  type RequestArgs,
} from '../../preload/contract.ts'
import { ok, toFailure, type Result } from '../../preload/failure.ts'
import { article, articlesByIds, body, newest } from '../library/articles.ts'
import { onLibraryChanged } from '../library/changes.ts'
import { findByAddress } from '../library/findByAddress.ts'
import { catchUp, type Progress } from '../library/ingest.ts'
import { rebuild } from '../library/rebuild.ts'
import { siteRule } from '../library/siteRules.ts'
import { textOf } from '../library/textOf.ts'
import { vaultPort } from '../library/vaultPort.ts'
import { versionOf, versionsOf } from '../library/versions.ts'
import type { Explanation, SearchClient } from '../search/client.ts'
import { keepAllOwed } from './leaving.ts'

type Answers = {
  readonly [N in QuestionName]: (args: QuestionArgs<N>, onProgress: Progress) => Promise<Result<QuestionResult<N>>>
}
type Asked = EventValue<'question.asked'>
type AnswerBody = RequestArgs<'question.answer'>[1]
type AnswerValue = Extract<AnswerBody, { value: unknown }>['value']

/** At most so many reports of progress a second reach the command line. */
const progressEveryMs = 200

/**
 * Answers until the returned function is called, and tells search of every change of the library.
 * `filled`: what is asked earlier is answered when this has resolved.
 */
export function answer(search: SearchClient, filled: Promise<unknown>): () => void {
  let known: Promise<void> = Promise.resolve()
  const stopTelling = onLibraryChanged((ids) => {
    known = Promise.all([known, search.changed(ids)]).then(() => undefined)
  })
  const answers = makeAnswers(search, () => known)
  const stopAnswering = vaultPort().on('question.asked', (asked) => {
    void filled
      .then(() => answerOne(answers, asked))
      .catch((thrown: unknown): AnswerBody => ({ failure: toFailure(thrown) }))
      .then((value) => vaultPort().request('question.answer', asked.n, value))
  })
  void vaultPort().request('question.listening')
  return () => {
    stopAnswering()
    stopTelling()
  }
}

function makeAnswers(search: SearchClient, known: () => Promise<void>): Answers {
  const find = async (query: string, limit: number, offset: number) => {
    await Promise.all([search.ready(), known()])
    return search.search(query, { limit, offset, typing: false })
  }
  return {
    'library.find': async ([urls]) => {
      const caught = await catchUp()
      if (!caught.ok) return caught
      const found = await findByAddress(urls)
      if (!found) return ok(null)
      const { id, canonicalUrl, savedAt, version, words, verdict, trashed } = found
      return ok({ id, canonicalUrl, savedAt, version, words, verdict, trashed })
    },
    'library.catchUp': async () => {
      const caught = await catchUp()
      await known()
      return caught.ok ? ok(null) : caught
    },
    'library.list': async ([{ query, limit, offset }]) => {
      if (query.trim() === '') {
        return ok((await newest({ kind: 'all' }, { offset, limit })).map(toJson))
      }
      const found = await find(query, limit, offset)
      return found.ok ? ok(await records(found.value.hits.map((hit) => hit.id))) : found
    },
    'library.search': async ([{ query, limit, offset, explain }]) => {
      const found = await find(query, limit, offset)
      if (!found.ok) return found
      const { hits, also } = found.value
      const others = also?.hits.slice(0, Math.max(0, limit - hits.length)) ?? []
      const rows = await articlesByIds([...hits, ...others].map(({ id }) => id))
      const whys = explain ? await Promise.all(hits.map(({ id }) => search.explain(query, id, { typing: false }))) : []
      const spellings = also?.words.map(({ typed, meant }) => ({ typed, meant: [...meant] })) ?? []
      return ok(
        [...hits, ...others].flatMap(({ snippet }, at) => {
          const why = whys[at]
          const told = why?.ok && why.value ? { why: copyOf(why.value) } : {}
          const marked = at < hits.length ? {} : { also: spellings }
          return rows[at] ? [{ ...toJson(rows[at]), snippet, ...told, ...marked }] : []
        }),
      )
    },
    'library.show': async ([id, as]) => {
      const row = await article(id)
      if (!row) return ok(null)
      if (as === 'record') return ok(toJson(row))
      if (as === 'page') return ok({ ...toJson(row), held: { article: row.heldBy ?? row.id, version: row.version } })
      const content = await body(row.id)
      return ok({ ...toJson(row), ...(content ? { [as]: content[as] } : {}) })
    },
    'library.versions': async ([id]) => {
      if (!(await article(id))) return ok(null)
      const kept = await versionsOf(id)
      if (!kept.ok) return kept
      return ok(
        kept.value.map(({ version, savedAt, record, isShown, isPinned }) => ({
          version,
          capturedAt: record?.capturedAt ?? savedAt,
          ...(record && { way: record.how.way, verdict: record.verdict, words: record.words }),
          reasons: record?.reasons ?? [unreadable],
          ...(record?.images && { images: record.images }),
          shown: isShown,
          pinned: isPinned,
        })),
      )
    },
    'library.showVersion': async ([id, version, as]) => {
      const row = await article(id)
      const found = row && (await versionOf(row.id, version))
      if (!found) return ok(null)
      const { record, html } = found
      const entry = { ...toJson(row), ...ofVersion(record) }
      if (as === 'record') return ok(entry)
      if (as === 'page') return ok({ ...entry, held: { article: record.id, version } })
      return ok({ ...entry, [as]: as === 'html' ? html : textOf(html).text })
    },
    'library.siteRule': async ([site]) => ok((await siteRule(site)) ?? null),
    'window.leaving': async () => {
      await keepAllOwed()
      return ok(null)
    },
    'library.rebuild': async (_args, onProgress) => {
      const rebuilt = await rebuild(onProgress)
      await known()
      if (!rebuilt.ok) return rebuilt
      const { articles, damaged, adopted } = rebuilt.value
      return ok({ articles, damaged: [...damaged], adopted: [...adopted] })
    },
  }
}

/** What the search gives may not be changed; what crosses to main is a copy. */
function copyOf({ score, lift, nearness, parts }: Explanation) {
  return {
    score,
    lift,
    nearness,
    parts: parts.map((part) => ({
      ...part,
      words: part.words.map(({ word, in: fields }) => ({ word, in: { ...fields } })), // counts
    })),
  }
}

async function answerOne(answers: Answers, asked: Asked): Promise<AnswerBody> {
  if (!Object.hasOwn(questions, asked.name)) return { failure: { code: 'not-allowed' } }
  const name = asked.name as QuestionName // it is one of them
  const args = questions[name].args.safeParse(asked.args)
  if (!args.success) return { failure: { code: 'bug', message: `${name} was asked with other arguments than agreed` } }
  const answerIt = answers[name] as (args: unknown, onProgress: Progress) => Promise<Result<AnswerValue>> // parsed for it
  const result = await answerIt(args.data, report(asked.n))
  return result.ok ? { value: result.value } : { failure: result.failure }
}

function report(n: number): Progress {
  let last = 0
  return ({ done, total }) => {
    const now = performance.now()
    if (done < total && now - last < progressEveryMs) return
    last = now
    void vaultPort().request('question.progress', n, { done, total })
  }
}

async function records(ids: readonly string[]): Promise<ArticleJson[]> {
  const rows = await articlesByIds(ids)
  return rows.flatMap((row) => (row ? [toJson(row)] : []))
}

/** Exactly the keys that files, contract and `--json` share; what is unknown is absent. */
function toJson(row: Article): ArticleJson {
  const known = articleKeys.filter((key) => row[key] !== undefined).map((key) => [key, row[key]])
  return Object.fromEntries(known) as ArticleJson // the keys of one
}

const unreadable = 'The files of this version could not be read.'

/** What an older version says differently from the one that is shown. */
function ofVersion({ title, byline, siteName, publishedAt, words, verdict }: Version): Partial<ArticleJson> {
  return {
    title,
    words,
    verdict,
    ...(byline !== undefined && { byline }),
    ...(siteName !== undefined && { siteName }),
    ...(publishedAt !== undefined && { publishedAt }),
  }
}
