// The files of a vault by kind, as a person with a file browser finds them.
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

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
