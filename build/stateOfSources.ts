// One line that changes whenever a source of the app does. Sizes and times, not contents: reading them takes a few milliseconds.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './repository.ts'

const sources = [
  'main',
  'preload',
  'renderer',
  'build/bundle.ts',
  'build/licences.ts',
  'build/icons',
  'package.json',
  'package-lock.json',
] as const

export function stateOfSources(folder: string = repository): string {
  const hash = createHash('sha256')
  for (const source of sources) addTo(hash, folder, source)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, folder: string, path: string) {
  const full = join(folder, path)
  if (!existsSync(full)) return
  const entry = statSync(full)
  if (entry.isDirectory()) {
    for (const name of readdirSync(full).sort()) addTo(hash, folder, `${path}/${name}`)
  } else {
    hash.update(`${path} ${entry.size} ${entry.mtimeMs}\n`)
  }
}
