// Runs another program to its end and keeps what it printed.
import { spawn } from 'node:child_process'

export type Ran = { readonly code: number; readonly output: string }

/** `output` is both streams as they came. A program that cannot be started ends with code 127. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; timeoutMs?: number } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      timeout: options.timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8') // a letter of several bytes may come in two pieces
      stream.on('data', (text: string) => void (output += text))
    }
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
