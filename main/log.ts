// What happened, for finding faults later: a file in the profile, at most 1 MB and the one before it.
// It may name hosts; it never holds a path, a query or sign-in details of an address, nor any text of an article.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const limitBytes = 1_000_000
let file: string | undefined
let sizeBytes = 0

export const log = {
  /** Until this is called nothing is kept. */
  open(folder: string) {
    mkdirSync(folder, { recursive: true })
    file = join(folder, 'offprint.log')
    sizeBytes = sizeOf(file)
  },
  info: (message: string) => write('info', message),
  warn: (message: string) => write('warn', message),
  error: (message: string, detail?: unknown) => write('error', `${message}: ${describe(detail)}`),
}

/** An address as the log may hold it. */
export function loggable(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return '(no address)' // not a URL: nothing of it is safe to keep
  }
}

function write(level: string, message: string) {
  if (file === undefined) return
  const line = Buffer.from(`${new Date().toISOString()} ${level} ${message}\n`)
  try {
    if (sizeBytes > limitBytes) putAside(file)
    appendFileSync(file, line)
    sizeBytes += line.length
  } catch {
    file = undefined // a full or lost disk is told where it hurts, not here
  }
}

function putAside(path: string) {
  sizeBytes = 0 // also where it does not succeed: then it is tried again when as much again has been written
  try {
    renameSync(path, `${path}.1`)
  } catch {
    // Another program holds one of the two. Nobody is to wait for a log, least of all the start.
  }
}

function describe(detail: unknown): string {
  const text =
    detail instanceof Error
      ? `${detail.stack ?? detail.message} ${detail.cause ? describe(detail.cause) : ''}`
      : String(detail)
  return text.replace(/https?:\/\/[^\s'"]+/g, (url) => loggable(url))
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
