// What a page's process takes of the machine.
import { readFileSync } from 'node:fs'
import { app } from 'electron'

/** In bytes; 0 when the process is gone. */
export function memoryOf(pid: number): number {
  return (metricsOf(pid)?.memory.workingSetSize ?? 0) * 1024
}

/** Milliseconds of a processor since the process began; undefined where nobody tells, and when it is gone. */
export function workedMs(pid: number): number | undefined {
  const seconds = metricsOf(pid)?.cpu.cumulativeCPUUsage
  return seconds === undefined ? fromKernel(pid) : seconds * 1000
}

function metricsOf(pid: number): Electron.ProcessMetric | undefined {
  return app.getAppMetrics().find((one) => one.pid === pid)
}

/** Linux tells hundredths of a second, in the program and for it: the 14th and 15th thing in /proc/PID/stat, and the second, in brackets, may hold spaces. */
function fromKernel(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const things = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(things[11]) + Number(things[12])) * 10
  } catch {
    return undefined // it is gone
  }
}
