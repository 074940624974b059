// One capture of one article: the reader HTML, the frozen page, perhaps a PDF, and the record that names them with their checksums. All immutable.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { articleId, ulid, version as versionSchema, type Version } from '../../preload/article.ts'
import { failed, ok, type Failure, type Result } from '../../preload/failure.ts'
import { onDisk, versionPath, type VersionPart } from './layout.ts'
import { measure, read, type Measure } from './read.ts'
import { seal, unseal } from './sealed.ts'
import { write, type Desk } from './write.ts'

export type NewVersion = {
  readonly record: Omit<Version, 'format' | 'files'>
  /** Reader HTML, sanitised. */
  readonly html: string
  /** The frozen page. */
  readonly page?: string | undefined
  readonly pdf?: Uint8Array | undefined
}

export type Versions = {
  write(version: NewVersion): Promise<Version>
  read(article: string, version: string): Promise<Result<{ record: Version; html: string }>>
  readPage(article: string, version: string): Promise<Result<string>>
  readPdf(article: string, version: string): Promise<Result<Uint8Array>>
}

/** No page of ours unpacks to more; a file that claims to was not written by us. */
const unpackedLimitBytes = 512 * 1024 * 1024
const gunzipped = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip)
const gzipped = promisify<Buffer, { level: number }, Buffer>(gzip)

export function createVersions(desk: Desk): Versions {
  const { root } = desk

  async function readRecord(article: string, version: string): Promise<Result<Version>> {
    if (!articleId.safeParse(article).success) return failed({ code: 'unknown-id', id: article })
    if (!ulid.safeParse(version).success) return failed({ code: 'unknown-id', id: version })
    const path = versionPath(article, version, 'json')
    const found = await read(onDisk(root, path))
    if (found.kind === 'missing') return failed({ code: 'unknown-id', id: article })
    const record = found.kind === 'whole' ? parseRecord(found.value, article, version) : undefined
    return record ?? failed({ code: 'damaged', files: [path] })
  }

  async function readPart(record: Version, part: Exclude<VersionPart, 'json'>): Promise<Result<Buffer>> {
    const expected = record.files[part]
    if (!expected) return failed({ code: 'unknown-id', id: record.id })
    const path = versionPath(record.id, record.version, part)
    const found = await read(onDisk(root, path), expected)
    return found.kind === 'whole' ? ok(found.value) : failed({ code: 'damaged', files: [path] })
  }

  async function readText(record: Version, part: 'html.gz' | 'page.html.gz'): Promise<Result<string>> {
    const packed = await readPart(record, part)
    if (!packed.ok) return packed
    try {
      return ok((await gunzipped(packed.value, { maxOutputLength: unpackedLimitBytes })).toString())
    } catch {
      // Not ours, whatever its checksum says. Thrown, it would keep all that is read with it from the library.
      return failed({ code: 'damaged', files: [versionPath(record.id, record.version, part)] })
    }
  }

  return {
    async write({ record, html, page, pdf }) {
      const parts: readonly (readonly [Exclude<VersionPart, 'json'>, Uint8Array | undefined])[] = [
        ['page.html.gz', page === undefined ? undefined : await pack(page)],
        ['pdf', pdf],
        ['html.gz', await pack(html)],
      ]
      const there = parts.flatMap(([part, bytes]) => (bytes === undefined ? [] : [{ part, bytes }]))
      const files: Record<string, Measure> = Object.fromEntries(
        there.map(({ part, bytes }) => [part, measure(bytes)] as const),
      )
      const whole = versionSchema.parse({ ...record, format: 1, files })
      const sealed = seal(whole)
      const path = versionPath(whole.id, whole.version, 'json')
      const existing = await readRecord(whole.id, whole.version)
      if (existing.ok && !seal(existing.value).equals(sealed))
        throw new Error(`The version ${whole.version} is written already, with other content.`)
      await write(desk, [
        there.map(({ part, bytes }) => ({ path: versionPath(whole.id, whole.version, part), bytes })),
        [{ path, bytes: sealed }],
      ])
      return whole
    },
    async read(article, version) {
      const record = await readRecord(article, version)
      if (!record.ok) return record
      const html = await readText(record.value, 'html.gz')
      return html.ok ? ok({ record: record.value, html: html.value }) : html
    },
    async readPage(article, version) {
      const record = await readRecord(article, version)
      return record.ok ? readText(record.value, 'page.html.gz') : record
    },
    async readPdf(article, version) {
      const record = await readRecord(article, version)
      return record.ok ? readPart(record.value, 'pdf') : record
    },
  }
}

/** Undefined when it is damaged. A record must also be in the place that it names. */
export function parseRecord(bytes: Buffer, article: string, version: string): Result<Version> | undefined {
  const unsealed = unseal(bytes)
  if (!unsealed.ok) return undefined
  const parsed = versionSchema.safeParse(unsealed.value)
  if (parsed.success) {
    return parsed.data.id === article && parsed.data.version === version ? ok(parsed.data) : undefined
  }
  return isNewer(unsealed.value) ? failed(newer) : undefined
}

const newer: Failure = { code: 'newer-library' }

function isNewer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && Number(value.format) > 1
}

/** The same bytes for the same text on every system: no time, no file name, and no mark of the system that packed it. */
async function pack(text: string): Promise<Buffer> {
  const packed = await gzipped(Buffer.from(text), { level: 6 })
  packed[9] = 255
  return packed
}
