// The tree of folders as ARCHITECTURE.md draws it, against the one on disk, both ways. What is drawn without anything inside is free inside.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type DrawnFolder = {
  readonly folders: Map<string, DrawnFolder>
  /** Anything is named inside, files included: then every folder inside has to be. */
  hasContents: boolean
  /** `...`: there may be others. */
  isOpen: boolean
}

const notOurs = new Set(['node_modules', 'out', 'dist', 'test-results'])

/** What is off, as sentences; none when both agree. */
export function compareTree(repository: string): string[] {
  const file = join(repository, 'ARCHITECTURE.md')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const drawing = /^```tree\n([\s\S]*?)^```/m.exec(text)?.[1]
  if (drawing === undefined) return ['ARCHITECTURE.md has no block fenced as `tree`']
  return compare(parseTree(drawing), repository, '')
}

/**
 * Lines of `name   description`, nested by two spaces. Several names may share a line; a name that ends in `/` is a folder (several levels of it
 * when it holds more), and `...` among the names says that others may follow.
 */
function parseTree(drawing: string): DrawnFolder {
  const root = emptyFolder()
  /** The folders that lines of each depth lie in. A line that goes deeper lies in the last folder of the line above. */
  const open: DrawnFolder[] = [root]
  for (const line of drawing.split('\n')) {
    const found = /^((?: {2})*)(\S.*)$/.exec(line)
    if (found === null) continue
    const depth = (found[1] ?? '').length / 2
    const parent = open[depth]
    if (parent === undefined) continue // a description that goes on in the next line
    const names = (found[2] ?? '').split(/ {2,}/)[0]?.split(' ') ?? []
    parent.hasContents = true
    open.length = depth + 1
    for (const name of names) {
      if (name === '...') parent.isOpen = true
      if (name.endsWith('/')) open[depth + 1] = addFolder(parent, name)
    }
  }
  return root
}

function addFolder(parent: DrawnFolder, path: string): DrawnFolder {
  let folder = parent
  for (const name of path.split('/').filter((part) => part !== '')) {
    const inner = folder.folders.get(name) ?? emptyFolder()
    folder.folders.set(name, inner)
    folder.hasContents = true
    if (name.includes('<')) folder.isOpen = true // `<slug>/` stands for many
    folder = inner
  }
  return folder
}

function emptyFolder(): DrawnFolder {
  return { folders: new Map(), hasContents: false, isOpen: false }
}

function compare(drawn: DrawnFolder, path: string, shown: string): string[] {
  const real = readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !notOurs.has(entry.name))
    .map((entry) => entry.name)
  const extra = drawn.hasContents && !drawn.isOpen ? real.filter((name) => !drawn.folders.has(name)) : []
  const complaints = extra.map((name) => `${shown}${name}/ exists, and ARCHITECTURE.md does not name it`)
  for (const [name, folder] of drawn.folders) {
    if (name.includes('<')) continue
    if (real.includes(name)) complaints.push(...compare(folder, join(path, name), `${shown}${name}/`))
    else complaints.push(`ARCHITECTURE.md names ${shown}${name}/, which does not exist`)
  }
  return complaints
}

export type LongFile = { readonly path: string; readonly lines: number }

/** The longest sources, longest first. */
export function longestFiles(repository: string, count: number): LongFile[] {
  const sources = ['main', 'preload', 'renderer', 'build', 'tests'].flatMap((folder) =>
    sourcesBelow(repository, folder),
  )
  const measured = sources.map((path) => ({
    path,
    lines: readFileSync(join(repository, path), 'utf8').split('\n').length - 1,
  }))
  return measured.sort((a, b) => b.lines - a.lines).slice(0, count)
}

function sourcesBelow(repository: string, path: string): string[] {
  const full = join(repository, path)
  if (!existsSync(full)) return []
  if (statSync(full).isDirectory())
    return readdirSync(full).flatMap((name) => sourcesBelow(repository, `${path}/${name}`))
  return /\.(ts|tsx|js|css)$/.test(path) && !/^tests\/(pages|hostile|upgrades)\//.test(path) ? [path] : []
}
