// Where addresses that wait are written down, and what the next start reads from there.
import { captureJob, type CaptureJob, type CaptureState } from '../../preload/capture.ts'
import type { Result } from '../../preload/failure.ts'
import type { PlannedJob } from './newJob.ts'

/** Where waiting addresses are kept; the vault's inbox. */
export type JobStore = {
  writeJob(job: CaptureJob): Promise<Result<unknown>>
  removeJob(id: string): Promise<Result<unknown>>
  readJobs(): Promise<Result<{ readonly jobs: readonly unknown[] }>>
}

export type JobLeft = {
  readonly job: PlannedJob
  /** 0 for what was added last, lower the longer ago; those of one addition carry the same instant, so the same number. */
  readonly batch: number
}

/** What an earlier run of the app left: what failed stays failed, all else waits again. */
export async function readJobsLeft(store: Pick<JobStore, 'readJobs'>, newId: () => string): Promise<JobLeft[]> {
  const read = await store.readJobs()
  // A file of another release stays as it is.
  const jobs = (read.ok ? read.value.jobs : []).flatMap((one) => captureJob.safeParse(one).data ?? [])
  const ages = [...new Set(jobs.map(({ addedAt }) => addedAt))].sort().reverse()
  return jobs.map((job) => {
    const plan = job.plan ?? { article: newId(), version: newId() }
    const state: CaptureState = job.state.kind === 'failed' ? job.state : { kind: 'waiting' }
    return { job: { ...job, plan, state }, batch: -ages.indexOf(job.addedAt) }
  })
}
