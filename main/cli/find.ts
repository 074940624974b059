// `list` and `search`: an article a line, and what was found for another spelling as a group of its own, as the window shows it.
import type { ArticleJson } from '../../preload/article.ts'
import type { QuestionResult } from '../../preload/contract.ts'
import type { ExitCode } from './exitCodes.ts'
import { fail } from './fail.ts'
import type { Command } from './parseCommandLine.ts'
import type { Output, Services } from './runCommand.ts'

/** Of what a mistyped word may have been meant for. */
const shownSpellings = 3
const defaultLimit = { list: 1_000_000, search: 50 } as const

export async function find(
  command: Extract<Command, { name: 'list' | 'search' }>,
  services: Services,
  output: Output,
): Promise<ExitCode> {
  const { query, limit = defaultLimit[command.name], offset = 0 } = command
  const asked = { query, limit, offset }
  const found =
    command.name === 'list'
      ? await services.ask('library.list', [asked])
      : await services.ask('library.search', [{ ...asked, ...(command.explain ? { explain: true } : {}) }])
  if (!found.ok) return fail(found.failure, output)
  const hits: readonly Hit[] = found.value
  if (command.json) {
    for (const hit of hits) output.out(JSON.stringify(withoutMarks(hit)))
    return 0
  }
  const others = hits.filter(({ also }) => also)
  for (const hit of hits) if (!hit.also) sayHit(hit, output)
  if (hits.length === others.length) output.err('No articles found.')
  const [first] = others
  if (first?.also)
    output.out(`Also for ${first.also.flatMap(({ meant }) => meant.slice(0, shownSpellings)).join(', ')}:`)
  for (const hit of others) sayHit(hit, output)
  return 0
}

type Found = QuestionResult<'library.search'>[number]
type Hit = ArticleJson & Partial<Pick<Found, 'snippet' | 'why' | 'also'>>

function sayHit(hit: Hit, output: Output): void {
  output.out(listLine(hit))
  if (hit.why) for (const line of whyLines(hit.why)) output.out(line)
}

export function listLine(entry: ArticleJson): string {
  const site = entry.siteName ?? hostOf(entry.url)
  const tags = entry.tags.map((tag) => ` +${tag}`).join('')
  return `${entry.id}  ${entry.savedAt.slice(0, 10)}  ${entry.title}${site === '' ? '' : ` (${site})`}${tags}`
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? ''
}

function whyLines(why: NonNullable<QuestionResult<'library.search'>[number]['why']>): string[] {
  const parts = why.parts.map(({ asked, score, articles, words }) => {
    const found = words.map(({ word, in: fields }) => {
      const places = Object.entries(fields).map(([field, count]) => `${count} in ${field}`)
      return `${word} ${places.join(', ')}`
    })
    const where = found.length === 0 ? '' : `: ${found.join('; ')}`
    return `    ${score.toFixed(2)}  ${asked} (in ${articles} ${articles === 1 ? 'article' : 'articles'})${where}`
  })
  const near = why.nearness === 1 ? '' : ` x ${why.nearness.toFixed(3)} (close together)`
  return [`  ${why.score.toFixed(2)} = sum of these x ${why.lift.toFixed(3)}${near}`, ...parts]
}

/** The marks around matched words are for the window's eyes. */
function withoutMarks<T extends ArticleJson & { snippet?: string }>(entry: T): T {
  return entry.snippet === undefined ? entry : { ...entry, snippet: entry.snippet.replace(/[\uE000\uE001]/g, '') }
}
