// Runs one command where the vault and the library are, and says what came of it. Standard output holds results only.
import type { ArticleJson } from '../../preload/article.ts'
import type { CaptureJob } from '../../preload/capture.ts'
import type { ActBody } from '../../preload/act.ts'
import type { QuestionArgs, QuestionName, QuestionResult } from '../../preload/contract.ts'
import { englishFailureWords, unreachable, type Failure, type Result } from '../../preload/failure.ts'
import { clockTime } from '../../preload/language.ts'
import type { ReExtracted } from '../capture/reExtract.ts'
import { exitCodeOf, worstOf, type ExitCode } from './exitCodes.ts'
import { fail } from './fail.ts'
import { find, listLine } from './find.ts'
import type { Command } from './parseCommandLine.ts'
import { reExtractAll } from './reExtractAll.ts'
import { stoppable } from './stoppable.ts'
import { listVersions, pin } from './versionCommands.ts'

/** One line each, without the line end. */
export type Output = { out(line: string): void; err(line: string): void }

export type Services = {
  readonly vaultPath: string
  readonly profilePath: string
  ask<N extends QuestionName>(
    name: N,
    args: QuestionArgs<N>,
    onProgress?: (progress: { done: number; total: number }) => void,
  ): Promise<Result<QuestionResult<N>>>
  write(acts: readonly ActBody[]): Promise<Result<unknown>>
  save(
    urls: readonly string[],
    options: { allow: readonly string[]; signal: AbortSignal; onChange(job: CaptureJob): void },
  ): { refused: readonly { url: string; failure: Failure }[]; settled: readonly Promise<CaptureJob>[] }
  /** The page as it looked, as one file that needs nothing else; and the files of the vault that it lacks. */
  page(article: string, version: string): Promise<Result<{ html: string; missing: readonly string[] }>>
  /** Where the file lies, of an address that was a PDF; checked. */
  pdf(article: string, version: string): Promise<Result<string>>
  /** Reads one article again from its frozen page. */
  reExtract(article: { readonly id: string; readonly version: string }): Promise<Result<ReExtracted>>
  verify(options: { signal: AbortSignal; onProgress(done: number, total: number): void }): Promise<{
    files: number
    damaged: readonly { file: string; reason: string }[]
    repaired: readonly { file: string; reason: string }[]
    strange: readonly { file: string; reason: string }[]
  }>
}

/** Stopped, it waits for no answer of the window any more, and says nothing of that. */
export function runCommand(
  command: Command,
  services: Services,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  return run(command, stoppable(services, signal), output, signal)
}

async function run(command: Command, services: Services, output: Output, signal: AbortSignal): Promise<ExitCode> {
  switch (command.name) {
    case 'save':
      return save(command, services, output, signal)
    case 'list':
    case 'search':
      return find(command, services, output)
    case 'show': {
      const shown = await showArticle(command.id, command.as, services, command.version)
      if (!shown.ok) return fail(shown.failure, output)
      const { held, ...entry } = shown.value
      if (held) return showPage(entry, held, command.json, services, output)
      output.out(command.json ? JSON.stringify(entry) : showText(entry))
      return 0
    }
    case 'versions':
      return listVersions(command, services, output)
    case 'pin':
      return pin(command, services, output)
    case 'tag': {
      const acts: ActBody[] = [
        ...command.add.map((tag) => ({ act: 'tagged', article: command.id, tag }) as const),
        ...command.remove.map((tag) => ({ act: 'untagged', article: command.id, tag }) as const),
      ]
      return change(command, acts, services, output)
    }
    case 'trash':
      return change(command, [{ act: 'trashed', article: command.id }], services, output)
    case 're-extract':
      return reExtractAll(command, services, output, signal)
    case 'rebuild': {
      const rebuilt = await services.ask('library.rebuild', [], ({ done, total }) =>
        output.err(`Rebuilding: ${done} of ${total} articles`),
      )
      if (!rebuilt.ok) return fail(rebuilt.failure, output)
      const { articles, damaged, adopted } = rebuilt.value
      if (command.json) output.out(JSON.stringify(rebuilt.value))
      else
        output.out(`The library was rebuilt from your files (${articles} ${articles === 1 ? 'article' : 'articles'}).`)
      for (const file of adopted)
        output.err(`Repaired: ${file}: no act said that it was saved; it is in the library again`)
      for (const file of damaged) output.err(`Needs attention: ${file}`)
      return damaged.length > 0 ? 4 : 0
    }
    case 'verify': {
      const { files, damaged, repaired, strange } = await services.verify({
        signal,
        onProgress: progressLines('Verifying', output),
      })
      for (const { file, reason } of repaired) output.err(`Repaired: ${file}: ${reason}`)
      for (const { file, reason } of strange) output.err(`Not one of ours: ${file}: ${reason}`)
      for (const entry of damaged) output.out(command.json ? JSON.stringify(entry) : `${entry.file}: ${entry.reason}`)
      if (command.json) output.out(JSON.stringify({ files, damaged: damaged.length }))
      else
        output.err(
          damaged.length === 0
            ? `All ${files} files are as they were written.`
            : `${damaged.length} of ${files} files need attention; all others are safe.`,
        )
      return damaged.length > 0 ? 4 : 0
    }
    case 'where':
      if (command.json) output.out(JSON.stringify({ vault: services.vaultPath, profile: services.profilePath }))
      else output.out(`vault    ${services.vaultPath}\nprofile  ${services.profilePath}`)
      return 0
    default:
      return unreachable(command)
  }
}

async function save(
  command: Extract<Command, { name: 'save' }>,
  services: Services,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const urls = command.urls.map((url) => url.trim())
  const said = new Map<string, string>()
  const { refused, settled } = services.save(urls, {
    allow: command.allow,
    signal,
    onChange: (job) => {
      const words = progressWords(job.state)
      if (words === undefined || said.get(job.id) === words) return
      said.set(job.id, words)
      output.err(`${job.host}: ${words}`)
    },
  })
  for (const { url, failure } of refused)
    output.err(urls.length > 1 ? `${brief(url)}: ${englishFailureWords(failure)}` : englishFailureWords(failure))
  const codes: ExitCode[] = refused.map(({ failure }) => exitCodeOf(failure))
  await Promise.all(
    settled.map(async (settling) => {
      const job = await settling
      for (const note of job.state.kind === 'saved' ? job.state.notes : job.notes) output.err(`${job.host}: ${note}`)
      codes.push(
        job.state.kind === 'saved' ? await saySaved(job, command.json, services, output) : sayNotSaved(job, output),
      )
    }),
  )
  return worstOf(codes)
}

function progressWords(state: CaptureJob['state']): string | undefined {
  if (state.kind === 'running') return state.stage
  if (state.kind !== 'waiting' || state.until === undefined) return undefined
  return `waiting until ${clockTime(state.until)}, as the site asked`
}

async function saySaved(job: CaptureJob, json: boolean, services: Services, output: Output): Promise<ExitCode> {
  if (job.state.kind !== 'saved') return 4
  const { article } = job.state
  const caughtUp = await services.ask('library.catchUp', [])
  const shown = caughtUp.ok ? await services.ask('library.show', [article, 'record']) : caughtUp
  if (!shown.ok || shown.value === null) {
    // The files are written; only the library is behind. The next start catches up.
    output.out(json ? JSON.stringify({ id: article, url: job.url }) : `Saved  ${article}  ${job.url}`)
    return 0
  }
  output.out(json ? JSON.stringify(shown.value) : `Saved  ${article}  ${shown.value.title}`)
  return 0
}

/** One of several addresses, so that the reason has a place: on one line, and no longer than one. */
function brief(url: string): string {
  const line = url.replace(/\p{Cc}/gu, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}

function sayNotSaved(job: CaptureJob, output: Output): ExitCode {
  if (job.state.kind !== 'failed') {
    output.err(`${job.host}: the capture was stopped; nothing was saved.`)
    return 3
  }
  output.err(`${job.host}: ${englishFailureWords(job.state.failure)}`)
  const code = exitCodeOf(job.state.failure)
  if (code === 3) output.err('The link is kept; it can be tried again.')
  return code
}

async function change(
  command: Extract<Command, { name: 'tag' | 'trash' }>,
  acts: readonly ActBody[],
  services: Services,
  output: Output,
): Promise<ExitCode> {
  const before = await showArticle(command.id, 'record', services)
  if (!before.ok) return fail(before.failure, output)
  const written = await services.write(acts)
  if (!written.ok) return fail(written.failure, output)
  await services.ask('library.catchUp', [])
  const after = await showArticle(command.id, 'record', services)
  if (!after.ok) return fail(after.failure, output)
  output.out(
    command.json
      ? JSON.stringify(after.value)
      : `${command.name === 'trash' ? 'Moved to Trash' : 'Tagged'}  ${listLine(after.value)}`,
  )
  return 0
}

async function showPage(
  entry: ArticleJson,
  { article, version }: NonNullable<Shown['held']>,
  json: boolean,
  services: Services,
  output: Output,
): Promise<ExitCode> {
  const page = await services.page(article, version)
  if (!page.ok) {
    if (page.failure.code !== 'unknown-id') return fail(page.failure, output)
    const pdf = await services.pdf(article, version)
    if (pdf.ok) {
      output.err('This article is a PDF. Its file:')
      output.out(json ? JSON.stringify({ ...entry, pdf: pdf.value }) : pdf.value)
      return 0
    }
    if (pdf.failure.code !== 'unknown-id') return fail(pdf.failure, output)
    output.err('Of this article no page was kept, only its text.')
    return 2
  }
  const { html, missing } = page.value
  output.out(json ? JSON.stringify({ ...entry, page: html }) : html)
  return missing.length > 0 ? fail({ code: 'damaged', files: [...missing] }, output) : 0
}

type Shown = NonNullable<QuestionResult<'library.show'>>

async function showArticle(
  id: string,
  as: QuestionArgs<'library.show'>[1],
  services: Services,
  version?: string,
): Promise<Result<Shown>> {
  const isId = (text: string) => /^[0-9A-Z]{26}$/.test(text)
  const unknown = { ok: false, failure: { code: 'unknown-id', id: version ?? id } } as const
  if (!isId(id) || (version !== undefined && !isId(version))) return unknown
  const shown =
    version === undefined
      ? await services.ask('library.show', [id, as])
      : await services.ask('library.showVersion', [id, version, as])
  if (!shown.ok) return shown
  return shown.value === null ? unknown : { ok: true, value: shown.value }
}

function showText(entry: ArticleJson & { text?: string | undefined; html?: string | undefined }): string {
  if (entry.html !== undefined) return entry.html
  if (entry.text !== undefined) return entry.text
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['title', entry.title],
    ['by', entry.byline],
    ['site', entry.siteName],
    ['published', entry.publishedAt],
    ['saved', entry.savedAt],
    ['address', entry.url],
    ['words', String(entry.words)],
    ['place', entry.place],
    ['tags', entry.tags.join(', ') || undefined],
    ['verdict', entry.verdict],
    ['id', entry.id],
  ]
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(10)} ${value}`])).join('\n')
}

function progressLines(what: string, output: Output): (done: number, total: number) => void {
  let lastTenth = 0
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10)
    if (tenth > lastTenth) output.err(`${what}: ${done} of ${total}`)
    lastTenth = Math.max(lastTenth, tenth)
  }
}
