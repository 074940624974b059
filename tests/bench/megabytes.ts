import { readFileSync } from 'node:fs'
import type { App } from '../e2e/app.ts'
import { processesBelow } from '../e2e/processes.ts'

/** The memory of all processes of the app together: proportional set size, as Linux counts it. */
export function megabytesOf(app: App): number {
  const kilobytes = processesBelow(app.electron.process().pid ?? 0).map(({ pid }) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  })
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}
