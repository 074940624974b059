// The processes of a running app, as the kernel tells it (Linux).
import { readdirSync, readFileSync } from 'node:fs'

export type Process = { readonly pid: number; readonly type: string; readonly status: ReadonlyMap<string, string> }

/** Every process below `pid`, itself included. `type` is Chromium's: `renderer`, `gpu-process`, `utility`, `zygote`; `browser` for main. */
export function processesBelow(pid: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)))
  const found = all.filter((process) => process.pid === pid)
  for (const parent of found) found.push(...all.filter(({ status }) => Number(status.get('PPid')) === parent.pid))
  return found
}

function read(pid: number): Process[] {
  try {
    const status = new Map(
      readFileSync(`/proc/${pid}/status`, 'utf8')
        .split('\n')
        .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    )
    const type = /--type=([a-z-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] ?? 'browser'
    return [{ pid, type, status }]
  } catch {
    return [] // it ended between the listing and the reading
  }
}
