// A command that another process runs for us, because it holds the vault. JSON lines over the vault's socket, which only this user can open:
// one request, then lines of output, then the exit code. Closing the connection cancels.
import { createInterface } from 'node:readline'
import type { Socket } from 'node:net'
import { z } from 'zod'
import { command, type Command } from './parseCommandLine.ts'
import type { ExitCode } from './exitCodes.ts'
import type { Output } from './runCommand.ts'

const request = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command }),
  /** A second start of the window: show the first, and save these. */
  z.object({ kind: z.literal('open'), urls: z.array(z.string()), allow: z.array(z.string()) }),
])
export type RemoteRequest = z.infer<typeof request>

const answer = z.union([
  z.object({ out: z.string() }),
  z.object({ err: z.string() }),
  z.object({ exit: z.number().int() }),
  /** From here on the request may have had its effect. */
  z.object({ begun: z.literal(true) }),
  /** The holder is ending, or has no window to show (it runs a command); try again when it is gone. */
  z.object({ busy: z.literal(true) }),
])
type Answer = z.infer<typeof answer>

export type RemoteEnd =
  | { readonly kind: 'exit'; readonly code: ExitCode }
  | { readonly kind: 'busy' }
  | { readonly kind: 'lost'; readonly begun: boolean }

/** The asking side. `lost`: the holder went away before it answered; once it had begun, nothing is known of what it did. */
export function askHolder(socket: Socket, what: RemoteRequest, output: Output): Promise<RemoteEnd> {
  return new Promise((resolve) => {
    let end: RemoteEnd = { kind: 'lost', begun: false }
    const lines = createInterface({ input: socket })
    lines.on('error', () => undefined) // readline says the socket's errors once more; they are heard below
    lines.on('line', (line) => {
      const said = parseLine(answer, line)
      if (said === undefined) return
      if ('out' in said) output.out(said.out)
      else if ('err' in said) output.err(said.err)
      else if ('begun' in said) end = { kind: 'lost', begun: true }
      else {
        end = 'busy' in said ? { kind: 'busy' } : { kind: 'exit', code: said.exit as ExitCode } // the holder is of our own make
        socket.end()
      }
    })
    socket.on('error', () => resolve(end))
    socket.on('close', () => resolve(end))
    socket.write(`${JSON.stringify(what)}\n`)
  })
}

export type Holder = {
  /** False once it is ending: then nothing may be begun. */
  isOpen(): boolean
  run(command: Command, output: Output, signal: AbortSignal): Promise<ExitCode>
  /** False when there is no window to show. */
  open(urls: readonly string[], allow: readonly string[]): boolean
}

/** The answering side: one request a connection. */
export function answerRemote(socket: Socket, holder: Holder): Promise<void> {
  const cancelled = new AbortController()
  const say = (line: Answer) => void (socket.writable && socket.write(`${JSON.stringify(line)}\n`))
  return new Promise((resolve) => {
    const lines = createInterface({ input: socket })
    lines.on('error', () => cancelled.abort())
    socket.on('error', () => cancelled.abort())
    socket.on('close', () => {
      cancelled.abort()
      resolve()
    })
    lines.once('line', (line) => {
      const asked = parseLine(request, line)
      if (asked === undefined) {
        socket.destroy()
        return
      }
      if (!holder.isOpen()) {
        say({ busy: true })
        return
      }
      if (asked.kind === 'open') {
        say(holder.open(asked.urls, asked.allow) ? { exit: 0 } : { busy: true })
        return
      }
      say({ begun: true })
      const output: Output = { out: (text) => say({ out: text }), err: (text) => say({ err: text }) }
      holder.run(asked.command, output, cancelled.signal).then(
        (exit) => say({ exit }),
        (thrown: unknown) => {
          say({ err: thrown instanceof Error ? thrown.message : String(thrown) })
          say({ exit: 4 })
        },
      )
    })
  })
}

function parseLine<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.parse(JSON.parse(line))
  } catch {
    return undefined // not one of ours: the caller closes the connection or goes on to the next line
  }
}
