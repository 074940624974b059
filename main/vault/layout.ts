// Which file lies where in a vault, and what a path found there is. The only place that joins paths.
import { join } from 'node:path'
import { articleId, blobName, ulid } from '../../preload/article.ts'
import { deviceId } from '../../preload/act.ts'
import { isRuleSite } from '../../preload/siteRule.ts'

/** A path below the vault, with forward slashes on every system: as it is compared and as people are told it. */
export type VaultPath = string

/** What follows the version in the name of a file of an article. */
export const versionParts = ['json', 'html.gz', 'page.html.gz', 'pdf'] as const
export type VersionPart = (typeof versionParts)[number]

export type FileKind =
  | { readonly kind: 'mark' }
  | { readonly kind: 'readme' }
  | { readonly kind: 'version'; readonly article: string; readonly version: string; readonly part: VersionPart }
  | { readonly kind: 'blob'; readonly name: string }
  | { readonly kind: 'acts'; readonly device: string; readonly month: string }
  /** What a sync program has put aside when it found two files of one name: acts merge, so it is read as well. */
  | { readonly kind: 'acts-copy'; readonly device: string }
  | { readonly kind: 'rule'; readonly device: string; readonly site: string }
  | { readonly kind: 'job'; readonly device: string; readonly id: string }
  | { readonly kind: 'unfinished'; readonly device: string }
  | { readonly kind: 'strange' }

export const markPath: VaultPath = 'offprint.json'
export const readmePath: VaultPath = 'README.md'
/** The folders of a vault; whatever else lies beside them is the reader's own affair. */
export const vaultFolders = ['articles', 'blobs', 'acts', 'rules', 'inbox'] as const

const month = /^\d{4}-(0[1-9]|1[0-2])$/

export function versionPath(article: string, version: string, part: VersionPart): VaultPath {
  return `articles/${articleId.parse(article).slice(-2)}/${article}/${ulid.parse(version)}.${part}`
}

export function blobPath(name: string): VaultPath {
  return `blobs/${blobName.parse(name).slice(62, 64)}/${name}`
}

export function deviceActsPath(device: string): VaultPath {
  return `acts/${deviceId.parse(device)}`
}

/** `ofMonth` as in 2026-11, in UTC, by the clock of the acts. */
export function actsPath(device: string, ofMonth: string): VaultPath {
  return `${deviceActsPath(device)}/${ofMonth}.jsonl`
}

/** Written by one device only, as all that is ever written again. */
export function rulePath(device: string, site: string): VaultPath {
  if (!isRuleSite(site)) throw new Error('No site has that name.')
  return `rules/${deviceId.parse(device)}/${site}.txt`
}

export function inboxPath(device: string): VaultPath {
  return `inbox/${deviceId.parse(device)}`
}

export function jobPath(device: string, id: string): VaultPath {
  return `${inboxPath(device)}/${ulid.parse(id)}.json`
}

/** The name under which a file is written before it takes its own: it says whose it is, so that only its owner removes it. */
export function unfinishedName(device: string, chance: string): string {
  return `.offprint-${deviceId.parse(device)}-${chance}`
}

export function folderOf(path: VaultPath): VaultPath {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

export function nameOf(path: VaultPath): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Where a path of the vault is on this machine. */
export function onDisk(root: string, path: VaultPath): string {
  return path === '' ? root : join(root, ...path.split('/'))
}

/** What a file is by its path. A file in the wrong folder is strange, however right its name. */
export function kindOf(path: VaultPath): FileKind {
  const found = guessKind(path)
  if (found !== undefined && pathOf(found) === path) return found
  return unfinishedKind(path) ?? actsCopyKind(path) ?? { kind: 'strange' }
}

type Placed = Exclude<FileKind, { kind: 'unfinished' | 'acts-copy' | 'strange' }>

function guessKind(path: VaultPath): Placed | undefined {
  if (path === markPath) return { kind: 'mark' }
  if (path === readmePath) return { kind: 'readme' }
  const [top = '', middle = '', ...rest] = path.split('/')
  const name = nameOf(path)
  if (top === 'blobs' && blobName.safeParse(name).success) return { kind: 'blob', name }
  const [stem, ...ending] = name.split('.')
  if (top === 'articles') {
    const part = versionParts.find((one) => one === ending.join('.'))
    const ids = [articleId.safeParse(rest[0]), ulid.safeParse(stem)] as const
    if (part && ids[0].success && ids[1].success)
      return { kind: 'version', article: ids[0].data, version: ids[1].data, part }
  }
  if (!deviceId.safeParse(middle).success) return undefined
  if (top === 'acts' && stem !== undefined && month.test(stem)) return { kind: 'acts', device: middle, month: stem }
  const site = name.replace(/\.txt$/, '')
  if (top === 'rules' && site !== name && isRuleSite(site)) return { kind: 'rule', device: middle, site }
  if (top === 'inbox' && stem !== undefined && ulid.safeParse(stem).success)
    return { kind: 'job', device: middle, id: stem }
  return undefined
}

function pathOf(file: Placed): VaultPath {
  switch (file.kind) {
    case 'mark':
      return markPath
    case 'readme':
      return readmePath
    case 'version':
      return versionPath(file.article, file.version, file.part)
    case 'blob':
      return blobPath(file.name)
    case 'acts':
      return actsPath(file.device, file.month)
    case 'rule':
      return rulePath(file.device, file.site)
    case 'job':
      return jobPath(file.device, file.id)
  }
}

function unfinishedKind(path: VaultPath): FileKind | undefined {
  const device = /^\.offprint-([0-9a-z]{10})-[0-9a-z]+$/.exec(nameOf(path))?.[1]
  return device === undefined ? undefined : { kind: 'unfinished', device }
}

/** Each such program has another way to name them; all leave the beginning and the ending as they were. */
function actsCopyKind(path: VaultPath): FileKind | undefined {
  const [, device = '', name = ''] = /^acts\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  if (!deviceId.safeParse(device).success || name.length > longestCopyName) return undefined
  return /^\d{4}-(?:0[1-9]|1[0-2])[^0-9].*\.jsonl$/.test(name) ? { kind: 'acts-copy', device } : undefined
}

/** The cursor holds it. */
const longestCopyName = 180
