// Captures under way, so that none is forgotten when the process dies: a small file each, this device's only.
import { promises as files } from 'node:fs'
import { z } from 'zod'
import { deviceId } from '../../preload/act.ts'
import { ulid } from '../../preload/article.ts'
import { codeOf } from './disk.ts'
import type { Finding } from './findings.ts'
import { inboxPath, jobPath, kindOf, onDisk } from './layout.ts'
import { read } from './read.ts'
import { seal, unseal } from './sealed.ts'
import { write, type Desk } from './write.ts'

export type Inbox = {
  /** Replaces what was written for this id. `job` is plain JSON; it comes back as it was. */
  write(job: { readonly id: string }): Promise<void>
  /** No matter whether there was one. */
  remove(id: string): Promise<void>
  /** In the order of their ids; the caller parses them. A damaged one is named and nothing more. */
  read(): Promise<{ jobs: unknown[]; damaged: Finding[] }>
  /**
   * What another device has left. Its files stay, since it may live on elsewhere; so what was planned for them, under which ids they will be stored,
   * stays its own.
   */
  takeOver(from: string): Promise<void>
}

export function createInbox(desk: Desk): Inbox {
  const { root, device, disk } = desk
  return {
    write: (job) => write(desk, [[{ path: jobPath(device, job.id), bytes: seal(job) }]]),
    async remove(id) {
      try {
        await disk.remove(onDisk(root, jobPath(device, id)))
      } catch (thrown) {
        if (codeOf(thrown) === 'ENOENT') return
        throw thrown
      }
      await disk.syncFolder(onDisk(root, inboxPath(device)))
    },
    read: () => readJobs(root, device),
    async takeOver(from) {
      for (const job of (await readJobs(root, from)).jobs) {
        const left = leftJob.safeParse(job)
        if (!left.success) continue
        const { plan: _plan, ...own } = left.data
        await write(desk, [[{ path: jobPath(device, own.id), bytes: seal(own) }]])
      }
    },
  }
}

/** The versions that waiting links of any device will store, or say the act of. What cannot be read of a link claims nothing. */
export async function plannedVersions(root: string): Promise<ReadonlySet<string>> {
  const planned = new Set<string>()
  for (const device of await devicesIn(root)) {
    for (const job of (await readJobs(root, device)).jobs) {
      const { data } = plannedJob.safeParse(job)
      if (data) planned.add(data.plan.version)
    }
  }
  return planned
}

const plannedJob = z.object({ plan: z.object({ version: ulid }) })
const leftJob = z.looseObject({ id: ulid, plan: z.unknown().optional() })

async function devicesIn(root: string): Promise<string[]> {
  return (await namesIn(onDisk(root, 'inbox'))).filter((name) => deviceId.safeParse(name).success)
}

/** One after the other, thousands of them keep what waits for them waiting for seconds. */
const readAtOnce = 64

async function readJobs(root: string, device: string): Promise<{ jobs: unknown[]; damaged: Finding[] }> {
  const jobs: unknown[] = []
  const damaged: Finding[] = []
  const paths = await jobPaths(root, device)
  for (let start = 0; start < paths.length; start += readAtOnce) {
    const piece = paths.slice(start, start + readAtOnce)
    for (const [at, found] of (await Promise.all(piece.map((path) => read(onDisk(root, path))))).entries()) {
      if (found.kind === 'missing') continue
      const job = found.kind === 'whole' ? unseal(found.value) : { ok: false as const, reason: found.reason }
      if (job.ok) jobs.push(job.value)
      else damaged.push({ file: piece[at]!, reason: job.reason })
    }
  }
  return { jobs, damaged }
}

async function jobPaths(root: string, device: string): Promise<string[]> {
  const names = await namesIn(onDisk(root, inboxPath(device)))
  return names
    .map((name) => `${inboxPath(device)}/${name}`)
    .filter((path) => kindOf(path).kind === 'job')
    .sort()
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await files.readdir(path)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return []
    throw thrown
  }
}
