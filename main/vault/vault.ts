// The vault: every article, version, image and act as plain files. The truth, from which library and index are made.
import { createHash, randomBytes } from 'node:crypto'
import { promises as files } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { act as actSchema, type Act, type ActBody } from '../../preload/act.ts'
import { blobName, version as versionSchema, type Version } from '../../preload/article.ts'
import { captureJob, type CaptureJob } from '../../preload/capture.ts'
import type { Cursor } from '../../preload/contract.ts'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { realDisk, type Disk } from './disk.ts'
import { layoutOf } from './layout.ts'

export type NewVersion = {
  readonly record: Omit<Version, 'format' | 'files'>
  readonly html: string
  readonly page?: string
  readonly pdf?: Uint8Array
}
export type Damage = { readonly file: string; readonly reason: string }

export type Vault = {
  readonly id: string
  readonly root: string
  readonly readOnly: boolean
  readonly wasCreated: boolean
  putBlob(bytes: Uint8Array, ext: string): Promise<Result<string>>
  writeVersion(what: NewVersion): Promise<Result<Version>>
  append(bodies: readonly ActBody[]): Promise<Result<Act[]>>
  readActs(cursor: Cursor, limit: number): Promise<{ acts: Act[]; cursor: Cursor; more: boolean }>
  readVersion(article: string, version: string): Promise<Result<{ record: Version; html: string }>>
  readPage(article: string, version: string): Promise<Result<string>>
  readBlob(name: string): Promise<Result<Uint8Array>>
  blobPath(name: string): string | undefined
  verify(options: {
    signal?: AbortSignal
    onProgress?(done: number, total: number): void
  }): Promise<{ files: number; damaged: Damage[] }>
  writeJob(job: CaptureJob): Promise<Result<null>>
  removeJob(id: string): Promise<void>
  readJobs(): Promise<CaptureJob[]>
  close(): Promise<void>
}

const about = z.object({ format: z.number(), id: z.string(), createdAt: z.string(), createdBy: z.string() })
const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

export async function openVault(options: {
  root: string
  device: string
  disk?: Disk
  now?: () => number
}): Promise<Result<Vault>> {
  const { root, device, disk = realDisk, now = Date.now } = options
  const at = layoutOf(root, device)
  const writeWhole = async (path: string, bytes: Uint8Array) => {
    const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`
    await disk.write(temporary, bytes)
    await disk.rename(temporary, path)
    await disk.syncFolder(dirname(path))
  }
  let wasCreated = false
  let own: z.infer<typeof about>
  try {
    const text = await files.readFile(at.about, 'utf8').catch(() => undefined)
    if (text === undefined) {
      wasCreated = true
      own = {
        format: 1,
        id: randomBytes(8).toString('hex'),
        createdAt: new Date(now()).toISOString(),
        createdBy: 'Offprint',
      }
      await writeWhole(at.about, Buffer.from(JSON.stringify(own, undefined, 2)))
    } else own = about.parse(JSON.parse(text))
    for (const folder of [at.articles, at.blobs, join(at.acts, device), at.inbox]) await disk.makeFolder(folder)
  } catch (thrown) {
    return failed(diskFailure(thrown))
  }

  let last = ''
  const stamp = () => {
    const wall = new Date(now()).toISOString()
    const [time = '', count = '0'] = last.split('+')
    last = wall > time ? `${wall}+0000` : `${time}+${(Number.parseInt(count, 16) + 1).toString(16).padStart(4, '0')}`
    return last
  }
  const actFiles = async () => {
    const devices = await files.readdir(at.acts).catch(() => [])
    const all = await Promise.all(
      devices.map(async (one) => (await files.readdir(join(at.acts, one))).map((name) => `${one}/${name}`)),
    )
    return all
      .flat()
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
  }
  const readLines = (bytes: Buffer) => {
    const acts: Act[] = []
    const end = bytes.lastIndexOf(10) + 1
    for (const line of bytes.subarray(0, end).toString('utf8').split('\n')) {
      const cut = line.lastIndexOf(',"sum":"')
      if (cut < 0 || hash(line.slice(0, cut)).slice(0, 16) !== line.slice(cut + 8, cut + 24)) continue
      const parsed = actSchema.safeParse(JSON.parse(line))
      if (parsed.success) acts.push(parsed.data)
    }
    return { acts, end }
  }
  for (const path of await actFiles()) {
    const { acts } = readLines(await files.readFile(at.actFile(path)))
    for (const act of acts) if (act.clock > last) last = act.clock
  }

  let queue: Promise<unknown> = Promise.resolve()
  const vault: Vault = {
    id: own.id,
    root,
    readOnly: own.format > 1,
    wasCreated,
    async putBlob(bytes, ext) {
      const name = `${hash(bytes)}.${ext}`
      const path = at.blob(name)
      try {
        if (await files.stat(path).catch(() => undefined)) return ok(name)
        await disk.makeFolder(dirname(path))
        await writeWhole(path, bytes)
        return ok(name)
      } catch (thrown) {
        return failed(diskFailure(thrown))
      }
    },
    async writeVersion({ record, html, page, pdf }) {
      try {
        const { id, version } = record
        await disk.makeFolder(at.article(id))
        const parts: Record<string, { sha256: string; sizeBytes: number }> = {}
        const put = async (part: string, bytes: Uint8Array) => {
          parts[part] = { sha256: hash(bytes), sizeBytes: bytes.byteLength }
          await writeWhole(at.versionFile(id, version, part), bytes)
        }
        if (page !== undefined) await put('page.html.gz', gzipSync(page))
        if (pdf !== undefined) await put('pdf', pdf)
        await put('html.gz', gzipSync(html))
        const whole = versionSchema.parse({ format: 1, ...record, files: parts })
        const text = JSON.stringify(whole, undefined, 1).slice(0, -2)
        await writeWhole(
          at.versionFile(id, version, 'json'),
          Buffer.from(`${text},\n "checksum": "${hash(text)}"\n}\n`),
        )
        return ok(whole)
      } catch (thrown) {
        return failed(diskFailure(thrown))
      }
    },
    append(bodies) {
      const run = async (): Promise<Result<Act[]>> => {
        const acts = bodies.map((body): Act => ({ clock: stamp(), device, ...body }))
        const lines = acts.map((one) => {
          const text = JSON.stringify(one).slice(0, -1)
          return `${text},"sum":"${hash(text).slice(0, 16)}"}\n`
        })
        const path = at.actFile(at.ownActs(new Date(now()).toISOString().slice(0, 7)))
        try {
          await disk.append(path, Buffer.from(lines.join('')))
          await disk.sync(path)
          return ok(acts)
        } catch (thrown) {
          return failed(diskFailure(thrown))
        }
      }
      const result = queue.then(run, run)
      queue = result
      return result
    },
    async readActs(cursor, limit) {
      const acts: Act[] = []
      const next: Cursor = { ...cursor }
      for (const path of await actFiles()) {
        if (acts.length >= limit) return { acts, cursor: next, more: true }
        const bytes = await files.readFile(at.actFile(path))
        const from = (cursor[path] ?? 0) > bytes.length ? 0 : (cursor[path] ?? 0)
        const read = readLines(bytes.subarray(from))
        acts.push(...read.acts)
        next[path] = from + read.end
      }
      return { acts, cursor: next, more: false }
    },
    async readVersion(article, version) {
      try {
        const record = versionSchema.parse(
          JSON.parse(await files.readFile(at.versionFile(article, version, 'json'), 'utf8')),
        )
        return ok({
          record,
          html: gunzipSync(await files.readFile(at.versionFile(article, version, 'html.gz'))).toString('utf8'),
        })
      } catch {
        return failed({ code: 'damaged', files: [relative(root, at.versionFile(article, version, 'json'))] })
      }
    },
    async readPage(article, version) {
      try {
        return ok(gunzipSync(await files.readFile(at.versionFile(article, version, 'page.html.gz'))).toString('utf8'))
      } catch {
        return failed({ code: 'damaged', files: [relative(root, at.versionFile(article, version, 'page.html.gz'))] })
      }
    },
    async readBlob(name) {
      try {
        return ok(await files.readFile(at.blob(blobName.parse(name))))
      } catch {
        return failed({ code: 'damaged', files: [name] })
      }
    },
    blobPath: (name) => (blobName.safeParse(name).success ? at.blob(name) : undefined),
    verify: () => Promise.resolve({ files: 0, damaged: [] }),
    async writeJob(job) {
      try {
        await writeWhole(at.job(job.id), Buffer.from(JSON.stringify(job)))
        return ok(null)
      } catch (thrown) {
        return failed(diskFailure(thrown))
      }
    },
    removeJob: (id) => disk.remove(at.job(id)),
    async readJobs() {
      const names = (await files.readdir(at.inbox)).filter((name) => name.endsWith('.json')).sort()
      const read = await Promise.all(
        names.map(async (name) => captureJob.safeParse(JSON.parse(await files.readFile(join(at.inbox, name), 'utf8')))),
      )
      return read.flatMap((one) => (one.success ? [one.data] : []))
    },
    async close() {
      await queue
    },
  }
  return ok(vault)
}

function diskFailure(thrown: unknown): Failure {
  const code = (thrown as NodeJS.ErrnoException).code
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' }
  return { code: 'cannot-write', reason: thrown instanceof Error ? thrown.message : String(thrown) }
}
