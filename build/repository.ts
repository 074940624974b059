// Where this clone lies, and its one git-ignored folder for what can be made again.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = folderOfPackage(dirname(fileURLToPath(import.meta.url)))

/** Made by whoever writes into it. */
export const cacheFolder = join(repository, '.cache')

export const inRepository = (...parts: readonly string[]) => join(repository, ...parts)

/** The version in package.json of a package that this clone has installed. */
export function installedVersion(packageName: string): string {
  const text = readFileSync(inRepository('node_modules', packageName, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version // every installed package has one
}

/** The package.json of this clone, as far as the programs here need it. */
export function installedApp(): { readonly version: string } {
  return JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { version: string } // ours
}

/** This file runs from build/ under a test runner and from .cache/ otherwise. */
function folderOfPackage(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : folderOfPackage(dirname(folder))
}
