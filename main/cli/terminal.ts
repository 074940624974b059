// Standard input, output and error of this process, and its end.
import { app } from 'electron'
import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { englishFailureWords } from '../../preload/failure.ts'
import { codeOf } from '../vault/disk.ts'
import { diskFailure } from '../vault/diskFailure.ts'
import type { ExitCode } from './exitCodes.ts'
import { forTerminal } from './forTerminal.ts'
import { ownWords } from './ownWords.ts'
import type { Output } from './runCommand.ts'

export const terminal: Output = {
  out: (line) => write(process.stdout, line, notWritten),
  // What cannot be said is no reason to leave what was asked undone.
  err: (line) => write(process.stderr, line, () => undefined),
}

process.stdout.on('error', (error) => endOn(error, notWritten))
process.stderr.on('error', (error) => endOn(error, () => undefined))

/** To a file it is written at once, and a disk that is full throws; elsewhere the error comes later. */
function write(stream: NodeJS.WriteStream, line: string, onFailure: (error: unknown) => void): void {
  try {
    stream.write(`${forTerminal(line, stream)}\n`)
  } catch (thrown) {
    endOn(thrown, onFailure)
  }
}

function endOn(error: unknown, onFailure: (error: unknown) => void): void {
  // The reader of our output has seen enough (`| head`): that is a good end.
  if (codeOf(error) === 'EPIPE') app.exit(0)
  else onFailure(error)
}

let isCut = false

/** What was asked for did not arrive: whoever reads on would take the part for the whole. */
function notWritten(error: unknown): void {
  if (isCut) return
  isCut = true
  const failure = diskFailure(error)
  const reason = failure.code === 'cannot-write' ? failure.reason : 'the disk is full'
  terminal.err(englishFailureWords({ code: 'file-not-written', file: 'standard output', reason }))
  endBy(longestEndMs, 4)
  app.exit(4)
}

/** The words after the program's name: an unpackaged app has its own path among them, and whatever a driver put before it. */
export function ownArguments(): readonly string[] {
  const words = process.argv.slice(1)
  if (app.isPackaged) return ownWords(words)
  const at = words.findIndex((word) => !word.startsWith('-') && resolve(word) === app.getAppPath())
  return words.slice(at + 1)
}

export async function readLines(input: Readable): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of createInterface({ input })) if (line.trim() !== '') lines.push(line.trim())
  return lines
}

/** Seen under load: Chromium's way down did not come to its end. By then all that matters is on the disk. */
const longestEndMs = 3_000

/** Ends the process when what was written has left it. */
export function finish(code: ExitCode): void {
  endBy(longestEndMs, code)
  let open = 2
  const left = () => {
    open -= 1
    if (open === 0) app.exit(code)
  }
  process.stdout.write('', left)
  process.stderr.write('', left)
}

/** Node's own end, without Chromium's; its types do not name it. */
function endBy(ms: number, code: ExitCode): void {
  const { reallyExit } = process as unknown as { reallyExit(code: number): void }
  setTimeout(() => reallyExit.call(process, code), ms)
}
