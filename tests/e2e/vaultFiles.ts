// The files of a vault by kind, as a person with a file browser finds them.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { version, type Version } from '../../preload/article.ts'

export type VaultFileKind = 'record' | 'html' | 'page' | 'pdf' | 'blob' | 'acts' | 'mark' | 'other'

/** Paths below the vault, with forward slashes. */
export function vaultFiles(vault: string): { readonly path: string; readonly kind: VaultFileKind }[] {
  return readdirSync(vault, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(vault, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, kind: kindOf(path) }))
}

/** Where a blob lies. */
export function blobFile(name: string): string {
  return `blobs/${name.slice(62, 64)}/${name}`
}

/** The reader HTML of an article that was saved once. */
export function keptHtml(vault: string, id: string): string {
  return unpacked(vault, id, 'html')
}

/** The same article's page as it looked. */
export function keptPage(vault: string, id: string): string {
  return unpacked(vault, id, 'page')
}

/** The records of all versions, the oldest first. One that is removed meanwhile is none. */
export function versionRecords(vault: string): Version[] {
  return vaultFiles(vault)
    .filter(({ kind }) => kind === 'record')
    .flatMap(({ path }) => textOf(join(vault, path)))
    .map((text) => version.parse(JSON.parse(text)))
    .sort((a, b) => (a.version < b.version ? -1 : 1))
}

function textOf(path: string): readonly string[] {
  try {
    return [readFileSync(path, 'utf8')]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function unpacked(vault: string, id: string, kind: VaultFileKind): string {
  const [file] = vaultFiles(vault).filter((one) => one.path.includes(`/${id}/`) && one.kind === kind)
  if (file === undefined) throw new Error(`There is no ${kind} of ${id} in the vault.`)
  return gunzipSync(readFileSync(join(vault, file.path))).toString()
}

function kindOf(path: string): VaultFileKind {
  if (path === 'offprint.json') return 'mark'
  if (/^articles\/.*\.page\.html\.gz$/.test(path)) return 'page'
  if (/^articles\/.*\.html\.gz$/.test(path)) return 'html'
  if (/^articles\/.*\.json$/.test(path)) return 'record'
  if (/^articles\/.*\.pdf$/.test(path)) return 'pdf'
  if (/^blobs\//.test(path)) return 'blob'
  if (/^acts\/.*\.jsonl$/.test(path)) return 'acts'
  return 'other'
}
