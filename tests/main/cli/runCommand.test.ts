import { expect, it } from 'vitest'
import type { Command } from '../../../main/cli/parseCommandLine.ts'
import { runCommand, type Services } from '../../../main/cli/runCommand.ts'
import type { ArticleJson } from '../../../preload/article.ts'
import type { QuestionName, QuestionResult } from '../../../preload/contract.ts'
import { ok, type Result } from '../../../preload/failure.ts'

type Hit = QuestionResult<'library.search'>[number]

const search: Command = { name: 'search', query: 'recieve', json: false, explain: false, allow: [] }
const also = [{ typed: 'recieve', meant: ['receive', 'relieve'] }]
const exact: Hit = { ...article('Recieve, a misprint', '1'), snippet: 'We \ue000recieve\ue001 it.' }
const meant: Hit = { ...article('How to receive', '2'), snippet: 'They receive.', also }

it('prints what was found for another spelling as a group of its own, under what it may have been meant for', async () => {
  const { said } = await run(search, answering([exact, meant]))
  expect(said).toEqual([
    `out ${exact.id}  2026-11-22  Recieve, a misprint (a.example)`,
    'out Also for receive, relieve:',
    `out ${meant.id}  2026-11-22  How to receive (a.example)`,
  ])
})

it('says that nothing was found when all there is was found for another spelling', async () => {
  const { said } = await run(search, answering([meant]))
  expect(said.slice(0, 2)).toEqual(['err No articles found.', 'out Also for receive, relieve:'])
})

it('marks in JSON what was found for another spelling', async () => {
  const { said } = await run({ ...search, json: true }, answering([exact, meant]))
  const lines = said.map((line) => JSON.parse(line.replace('out ', '')) as Hit)
  expect(lines.map((line) => line.also)).toEqual([undefined, also])
  expect(lines[0]?.snippet).toBe('We recieve it.')
})

it('waits no longer for a window that still fills its library once it is stopped, and says nothing of it', async () => {
  const stop = new AbortController()
  const commands: readonly Command[] = [
    search,
    { name: 'list', query: '', json: false, allow: [] },
    { name: 'rebuild', json: false, allow: [] },
  ]
  for (const command of commands) {
    const running = run(command, () => new Promise(() => stop.abort()), stop.signal)
    expect((await running).said).toEqual([])
  }
})

it('G5: prints a page of which a picture is lost, names that, and does not end as if all were well', async () => {
  const held = { article: exact.id, version: meant.id }
  const file = `blobs/bb/${'b'.repeat(64)}.png`
  const { code, said } = await run(
    { name: 'show', id: exact.id, as: 'page', json: false, allow: [] },
    () => Promise.resolve(ok({ ...article('A title', '1'), held })),
    undefined,
    { page: () => Promise.resolve(ok({ html: '<p>Text</p>', missing: [file] })) },
  )
  expect(said).toEqual(['out <p>Text</p>', `err Needs attention: ${file}.`])
  expect(code).toBe(4)
})

async function run(
  command: Command,
  ask: () => Promise<Result<unknown>>,
  signal = new AbortController().signal,
  own: Partial<Services> = {},
) {
  const said: string[] = []
  const unused = () => Promise.reject(new Error('not asked for here'))
  const services: Services = {
    vaultPath: '',
    profilePath: '',
    ask: ask as Services['ask'], // what a test answers is of the kind it asks for
    write: unused,
    save: () => ({ refused: [], settled: [] }),
    page: unused,
    pdf: unused,
    reExtract: unused,
    verify: unused,
    ...own,
  }
  const code = await runCommand(
    command,
    services,
    { out: (line) => said.push(`out ${line}`), err: (line) => said.push(`err ${line}`) },
    signal,
  )
  return { code, said }
}

function answering(hits: readonly Hit[]): (name?: QuestionName) => Promise<Result<unknown>> {
  return () => Promise.resolve(ok(hits))
}

function article(title: string, digit: string): ArticleJson {
  const id = digit.padStart(26, '0')
  return {
    id,
    url: 'https://a.example/page',
    canonicalUrl: 'https://a.example/page',
    title,
    savedAt: '2026-11-22T10:00:00.000Z',
    words: 10,
    place: 'inbox',
    favourite: false,
    progress: 0,
    tags: [],
    verdict: 'complete',
  }
}
