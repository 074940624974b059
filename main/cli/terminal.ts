// Standard input, output and error of this process, and its end.
import { app } from 'electron'
import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import type { ExitCode } from './exitCodes.ts'
import { ownWords } from './ownWords.ts'
import type { Output } from './runCommand.ts'

export const terminal: Output = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
}

// The reader of our output has seen enough (`| head`): that is a good end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => finishOnPipe(error))
process.stderr.on('error', (error: NodeJS.ErrnoException) => finishOnPipe(error))

function finishOnPipe(error: NodeJS.ErrnoException) {
  if (error.code !== 'EPIPE') throw error
  app.exit(0)
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
  // Node's own end, without Chromium's; its types do not name it.
  const { reallyExit } = process as unknown as { reallyExit(code: number): void }
  setTimeout(() => reallyExit.call(process, code), longestEndMs)
  let open = 2
  const left = () => {
    open -= 1
    if (open === 0) app.exit(code)
  }
  process.stdout.write('', left)
  process.stderr.write('', left)
}
