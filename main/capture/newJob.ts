// What was typed -> a job of the queue, or why there is none.
import type { CaptureJob } from '../../preload/capture.ts'
import { tell } from '../../preload/captureNote.ts'
import type { Failure } from '../../preload/failure.ts'
import { hostPort, parseAddress, refusesTyped } from './address.ts'

export type Refusal = { readonly url: string; readonly failure: Failure }
export type PlannedJob = CaptureJob & { readonly plan: NonNullable<CaptureJob['plan']> }

type Circumstances = {
  /** host:port pairs on the own computer or network that were allowed together with this address. */
  readonly allow: readonly string[]
  /** Those that are allowed for good. */
  readonly allowed: readonly string[]
  readonly addedAt: string
  readonly isBulk: boolean
  newId(): string
}

export function newJob(text: string, { allow, allowed, addedAt, isBulk, newId }: Circumstances): PlannedJob | Refusal {
  const parsed = parseAddress(text)
  if (!parsed.ok) return { url: text, failure: parsed.failure }
  const { url, host, assumedHttps, notes } = parsed.value
  const refused = refusesTyped(url, [...allowed, ...allow])
  if (refused === 'forbidden') return { url: text, failure: { code: 'private-address' } }
  return {
    id: newId(),
    url,
    host,
    addedAt,
    tries: 0,
    ...tell({ notes: [] }, notes),
    ...(assumedHttps && { assumedHttps }),
    ...(allow.length > 0 && { allow: [...allow] }),
    ...(isBulk && { isBulk }),
    plan: { article: newId(), version: newId() },
    state:
      refused === 'private'
        ? { kind: 'failed', failure: { code: 'private-address', allowable: hostPort(url) } }
        : { kind: 'waiting' },
  }
}
