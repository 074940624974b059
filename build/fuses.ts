// The fuses of our packages: switches inside Electron's binary, set when a package is made, that nobody who runs it can set again.
// What an attacker who may only start programs could otherwise make of us: a Node, a debugger's victim, a shell for another app.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Names as electron-builder has them. */
export type FuseName = (typeof fuses)[number]['name']
export type FuseState = 'on' | 'off' | 'removed' | 'inherit'
/** Electron's own order, as long as this Electron has fuses; newer ones may have some that we know nothing of. */
export type FuseWire = readonly FuseState[]

/** In the order of the wire. Without `wanted` it stays as Electron has it. */
const fuses = [
  { name: 'runAsNode', wanted: false },
  { name: 'enableCookieEncryption', wanted: true },
  { name: 'enableNodeOptionsEnvironmentVariable', wanted: false },
  { name: 'enableNodeCliInspectArguments', wanted: false },
  { name: 'enableEmbeddedAsarIntegrityValidation', wanted: true, only: ['darwin', 'win32'] }, // Linux keeps no hash to compare with
  { name: 'onlyLoadAppFromAsar', wanted: true },
  { name: 'loadBrowserProcessSpecificV8Snapshot', wanted: undefined },
  { name: 'grantFileProtocolExtraPrivileges', wanted: false },
] as const satisfies readonly Fuse[]

type Fuse = { readonly name: string; readonly wanted: boolean | undefined; readonly only?: readonly NodeJS.Platform[] }

export type FuseChoice = {
  readonly platform: NodeJS.Platform
  /** For tests: the package may be driven through Node's inspector, and through nothing else. */
  readonly inspectable: boolean
}

/** What each fuse has to be; fuses without an entry stay as they are. */
export function wantedFuses(choice: FuseChoice): ReadonlyMap<FuseName, boolean> {
  const wanted = new Map<FuseName, boolean>()
  for (const fuse of fuses as readonly (Fuse & { name: FuseName })[]) {
    if (fuse.wanted === undefined || fuse.only?.includes(choice.platform) === false) continue
    wanted.set(fuse.name, fuse.name === 'enableNodeCliInspectArguments' ? choice.inspectable : fuse.wanted)
  }
  return wanted
}

/** Those we want and this Electron does not have. */
export function missingFuses(wire: FuseWire, wanted: ReadonlyMap<FuseName, boolean>): FuseName[] {
  return [...wanted.keys()].filter((name) => stateOf(name, wire) === undefined)
}

/** Sentences about every fuse of this Electron that is not as wanted. */
export function wrongFuses(wire: FuseWire, wanted: ReadonlyMap<FuseName, boolean>): string[] {
  return [...wanted].flatMap(([name, on]) => {
    const state = stateOf(name, wire)
    if (state === undefined || state === (on ? 'on' : 'off')) return []
    return [`the fuse ${name} is ${state} and has to be ${on ? 'on' : 'off'}`]
  })
}

export function describeFuses(wire: FuseWire): string {
  return wire.map((state, at) => `${fuses[at]?.name ?? `number ${at}`} ${state}`).join(', ')
}

function stateOf(name: FuseName, wire: FuseWire): FuseState | undefined {
  return wire[fuses.findIndex((fuse) => fuse.name === name)]
}

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const knownVersion = 1
const states: Readonly<Record<string, FuseState>> = { '0': 'off', '1': 'on', r: 'removed', '\x90': 'inherit' }

/** Reads the bytes themselves, not what the tool that set them believes to have done. */
export async function readFuses(binary: string): Promise<FuseWire> {
  return parseFuses(await readFile(binary))
}

export function parseFuses(binary: Buffer): FuseWire {
  const wires: string[] = []
  for (let at = binary.indexOf(sentinel); at !== -1; at = binary.indexOf(sentinel, at + 1)) {
    const start = at + sentinel.length
    const version = binary[start]
    if (version !== knownVersion)
      throw new Error(`The fuses of this Electron have version ${version}; we know ${knownVersion}.`)
    wires.push(binary.toString('latin1', start + 2, start + 2 + (binary[start + 1] ?? 0)))
  }
  const [first] = wires
  if (first === undefined) throw new Error('This Electron has no fuses.')
  // A binary for two kinds of Mac holds them twice.
  if (wires.some((wire) => wire !== first)) throw new Error('The halves of this binary have different fuses.')
  return [...first].map((letter) => states[letter] ?? 'inherit')
}

/** Where the fuses of a packed app are; `executable` is what one starts, on a Mac the .app folder. */
export function fileWithFuses(executable: string): string {
  if (!executable.endsWith('.app')) return executable
  return join(executable, 'Contents', 'Frameworks', 'Electron Framework.framework', 'Electron Framework')
}
