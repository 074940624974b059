// What a package is called. One that is not for release says so in its name, wherever the name is shown.
import { readFileSync } from 'node:fs'
import { inRepository } from './repository.ts'

export type PackageIdentity = {
  /** Of files and of the Debian package; the command and the folder it is installed in are always called offprint. */
  readonly name: string
  /** For people. */
  readonly title: string
  readonly version: string
  /** Why it must never be published; empty for one that may be. */
  readonly faults: readonly string[]
}

export type PackageKind = { readonly onTestRuntime: boolean; readonly inspectable: boolean }

export function packageIdentity(kind: PackageKind, about: PackageJson = packageJson()): PackageIdentity {
  const faults = [
    ...(kind.onTestRuntime
      ? ['it runs on the test runtime, an old Electron without security fixes, for tests only']
      : []),
    ...(kind.inspectable ? ["it can be driven from outside through Node's inspector"] : []),
  ]
  const suffixes = [...(kind.onTestRuntime ? ['test-runtime'] : []), ...(kind.inspectable ? ['inspectable'] : [])]
  return {
    name: [about.name, ...suffixes].join('-'),
    title:
      suffixes.length === 0 ? about.productName : `${about.productName} (${suffixes.join(', ').replace('-', ' ')})`,
    version: about.version,
    faults,
  }
}

/** Those that want the same place on a system. */
export function otherIdentities(name: string): string[] {
  const kinds = [true, false].flatMap((onTestRuntime) =>
    [true, false].map((inspectable) => ({ onTestRuntime, inspectable })),
  )
  return kinds.map((kind) => packageIdentity(kind).name).filter((other) => other !== name)
}

export type PackageJson = {
  readonly name: string
  readonly productName: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly author: string
  readonly homepage: string
  readonly type: string
  readonly main: string
}

export function packageJson(): PackageJson {
  return JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as PackageJson // ours
}
