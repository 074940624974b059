// Vaults in scratch folders, and things to keep in them.
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { afterEach, vi } from 'vitest'
import type { Act, ActBody } from '../../../preload/act.ts'
import type { Version } from '../../../preload/article.ts'
import type { Result } from '../../../preload/failure.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
import { openVault, type Vault, type VaultOptions } from '../../../main/vault/vault.ts'

export const device = 'thisdevice'
export const otherDevice = 'otherplace'

/** In memory where there is enough: most tests are about what is written, not about how fast a disk syncs. */
const base = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir()
const scratch: string[] = []
const open: Vault[] = []

// Loops over a disk that others use as well: slow is no failure here.
vi.setConfig({ testTimeout: 60_000 })

afterEach(async () => {
  for (const vault of open.splice(0)) await vault.close()
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(base, 'offprint-vault-'))
  scratch.push(folder)
  return folder
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 1_000_000_000
}

/** Closed after the test. */
export async function opened(root: string, options: Partial<VaultOptions> = {}): Promise<Vault> {
  const vault = value(await openVault({ root, device, ...options }))
  open.push(vault)
  return vault
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Failed: ${JSON.stringify(result.failure)}`)
  return result.value
}

export function failureCode(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.failure.code
}

export type Sample = {
  readonly record: Omit<Version, 'format' | 'files'>
  readonly html: string
  readonly page: string
  readonly pdf: Uint8Array
  readonly blob: Uint8Array
}

export const png = (text: string) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(text)])

export function sample(title = 'The lantern keeper', ids: { id?: string; version?: string } = {}): Sample {
  const { id = newUlid(), version = newUlid() } = ids
  const blob = png(`picture of ${title}`)
  return {
    html: `<p>${title} walked along the pier — twice.</p>`,
    page: `<!doctype html><title>${title}</title><p>${title} walked along the pier — twice.</p><footer>Imprint</footer>`,
    pdf: Buffer.from(`%PDF-1.7 ${title}`),
    blob,
    record: {
      id,
      version,
      url: 'https://a.example/pier?utm_source=x',
      canonicalUrl: 'https://a.example/pier',
      title,
      byline: 'Ida Vinter',
      lang: 'en',
      publishedAt: '2026-03-04T10:00:00+02:00',
      capturedAt: '2026-11-22T18:00:00.000Z',
      how: { way: 'rendered', app: 'Offprint 0.1.0' },
      verdict: 'complete',
      reasons: [],
      words: 7,
      images: { kept: 1, found: 1 },
      blobs: [],
    },
  }
}

export function savedAct({ record }: Sample): ActBody {
  const { id, version, url, canonicalUrl } = record
  return { act: 'saved', article: id, version, url, canonicalUrl, savedAt: '2026-11-22T18:00:01.000Z', current: true }
}

export function tagged(article: string, tag: string): ActBody {
  return { act: 'tagged', article, tag }
}

/** As the queue keeps an article: blobs, version, act. */
export async function keep(vault: Vault, kept: Sample = sample()): Promise<Sample> {
  const name = value(await vault.putBlob(kept.blob, 'png'))
  const record: Sample['record'] = { ...kept.record, blobs: [{ name, sizeBytes: kept.blob.length, use: 'image' }] }
  value(await vault.writeVersion({ record, html: kept.html, page: kept.page, pdf: kept.pdf }))
  value(await vault.append([savedAct(kept)]))
  return { ...kept, record }
}

export async function allActs(vault: Vault): Promise<Act[]> {
  return (await vault.readActs({}, 1_000_000)).acts
}

/** Paths below the folder, with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}
