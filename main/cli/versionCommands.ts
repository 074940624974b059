// `versions` and `pin`: what is kept of an article, and which of it is the one shown.
import type { QuestionResult } from '../../preload/contract.ts'
import type { Result } from '../../preload/failure.ts'
import type { ExitCode } from './exitCodes.ts'
import { fail } from './fail.ts'
import type { Command } from './parseCommandLine.ts'
import type { Output, Services } from './runCommand.ts'

type Line = NonNullable<QuestionResult<'library.versions'>>[number]

export async function listVersions(
  { id, json }: Extract<Command, { name: 'versions' }>,
  services: Services,
  output: Output,
): Promise<ExitCode> {
  const listed = await versionsOf(id, services)
  if (!listed.ok) return fail(listed.failure, output)
  for (const line of listed.value) output.out(json ? JSON.stringify(line) : lineWords(line))
  return 0
}

/** Without a version: the latest good one again. */
export async function pin(
  { id, version, json }: Extract<Command, { name: 'pin' }>,
  services: Services,
  output: Output,
): Promise<ExitCode> {
  const listed = await versionsOf(id, services)
  if (!listed.ok) return fail(listed.failure, output)
  if (version !== undefined && !listed.value.some((line) => line.version === version))
    return fail({ code: 'unknown-id', id: version }, output)
  const written = await services.write([
    { act: 'version-pinned', article: id, ...(version !== undefined && { version }) },
  ])
  if (!written.ok) return fail(written.failure, output)
  await services.ask('library.catchUp', [])
  return listVersions({ name: 'versions', id, json, allow: [] }, services, output)
}

async function versionsOf(id: string, services: Services): Promise<Result<readonly Line[]>> {
  const unknown = { ok: false, failure: { code: 'unknown-id', id } } as const
  if (!/^[0-9A-Z]{26}$/.test(id)) return unknown
  const listed = await services.ask('library.versions', [id])
  if (!listed.ok) return listed
  return listed.value === null ? unknown : { ok: true, value: listed.value }
}

function lineWords({ version, capturedAt, verdict, words, images, reasons, shown, pinned }: Line): string {
  const facts = [
    verdict,
    words === undefined ? undefined : `${words} words`,
    images && images.found > 0 ? `${images.kept} of ${images.found} images` : undefined,
    shown ? (pinned ? 'shown, pinned' : 'shown') : undefined,
  ]
  const said = reasons.length > 0 ? `  ${reasons.join(' ')}` : ''
  return `${version}  ${capturedAt.slice(0, 16).replace('T', ' ')}  ${facts.filter(Boolean).join(', ')}${said}`
}
