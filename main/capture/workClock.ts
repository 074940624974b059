// How long a process of ours has worked, by the processor's clock: on a busy machine a page is not too complex because it had to wait for its turn.
import { availableParallelism } from 'node:os'
import { app, type ProcessMetric } from 'electron'

/** Milliseconds of one core, of the processes that are there, since somebody first looked at them. */
const worked = new Map<number, number>()
let lookedAt = 0

/** What the system says of our processes. To be asked here and nowhere else in main: the shares it tells are those since it was last asked. */
export function processMetrics(): readonly ProcessMetric[] {
  const metrics = app.getAppMetrics()
  const now = performance.now()
  const coreMs = (now - lookedAt) * availableParallelism()
  lookedAt = now
  const before = new Map(worked)
  worked.clear()
  for (const { pid, cpu } of metrics) worked.set(pid, (before.get(pid) ?? 0) + (cpu.percentCPUUsage / 100) * coreMs)
  return metrics
}

function workedMs(pid: number): number | undefined {
  processMetrics()
  return worked.get(pid)
}

/** Nobody waits for longer than so many times what the work may take. */
const mostTimes = 3
/** A share of the time that what is measured may miss. */
const leeway = 0.1

export type WorkClock = {
  /** Milliseconds after which to ask again; 0 when it is used up. */
  left(): number
}

/** From now on, until the process has worked for so long; of one whose work cannot be told, until so long has passed. */
export function startWorkClock(pid: number, limitMs: number): WorkClock {
  const began = performance.now()
  const before = workedMs(pid)
  return {
    left() {
      const passed = performance.now() - began
      if (passed < limitMs) return Math.ceil(limitMs - passed)
      const now = workedMs(pid)
      if (now === undefined || before === undefined || passed >= limitMs * mostTimes) return 0
      const left = limitMs - (now - before)
      return left < limitMs * leeway ? 0 : Math.ceil(left)
    },
  }
}
