// `re-extract`: every article that the query finds, one after the other.
import type { QuestionResult } from '../../preload/contract.ts'
import { englishFailureWords } from '../../preload/failure.ts'
import { exitCodeOf, worstOf, type ExitCode } from './exitCodes.ts'
import type { Command } from './parseCommandLine.ts'
import type { Output, Services } from './runCommand.ts'

const outcomes = {
  new: 'New version',
  same: 'Unchanged',
  worse: 'Kept as it was: the new reading was worse',
  'page-missing': 'Kept as it was: it has neither a frozen page nor a PDF',
} as const

export async function reExtractAll(
  { query, json }: Extract<Command, { name: 're-extract' }>,
  services: Pick<Services, 'ask' | 'reExtract'>,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  const found = await services.ask('library.list', [{ query, limit: 1_000_000, offset: 0 }])
  if (!found.ok) {
    output.err(englishFailureWords(found.failure))
    return exitCodeOf(found.failure)
  }
  const codes: ExitCode[] = []
  for (const entry of found.value) {
    if (signal.aborted) break
    const done = await again(entry, services)
    if (!done.ok) {
      output.err(`${entry.title}: ${englishFailureWords(done.failure)}`)
      codes.push(exitCodeOf(done.failure))
      continue
    }
    const { kind } = done.value
    output.out(
      json ? JSON.stringify({ id: entry.id, outcome: kind }) : `${outcomes[kind]}  ${entry.id}  ${entry.title}`,
    )
  }
  await services.ask('library.catchUp', [])
  return worstOf(codes)
}

async function again(
  { id, canonicalUrl }: QuestionResult<'library.list'>[number],
  { ask, reExtract }: Pick<Services, 'ask' | 'reExtract'>,
): ReturnType<Services['reExtract']> {
  const known = await ask('library.find', [[canonicalUrl]])
  if (!known.ok) return known
  if (known.value?.id !== id) return { ok: false, failure: { code: 'unknown-id', id } }
  return reExtract({ id, version: known.value.version })
}
