// Whose work we ship and on which terms: read from the installed packages, checked against the licences we may use, written into the built app
// for About, and as a plain text beside the program.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Licence } from '../preload/licence.ts'
import { giveToOwner } from './giveToOwner.ts'
import { inRepository, repository } from './repository.ts'

const allowed = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0'],
  'MPL-2.0', // as long as we change nothing in it
])
/** The licence of typefaces; it asks nothing of the program they are shown by. */
const allowedForFonts = 'OFL-1.1'

/** What of others lies within a package, in the built app too, on terms of its own. */
const parts = [
  { of: 'pdfjs-dist', name: 'Adobe CMap resources', licence: 'BSD-3-Clause', file: 'cmaps/LICENSE' },
  { of: 'pdfjs-dist', name: 'Foxit fonts', licence: 'BSD-3-Clause', file: 'standard_fonts/LICENSE_FOXIT' },
  { of: 'pdfjs-dist', name: 'Liberation fonts', licence: 'OFL-1.1', file: 'standard_fonts/LICENSE_LIBERATION' },
  { of: 'pdfjs-dist', name: 'OpenJPEG', licence: 'BSD-2-Clause', file: 'wasm/LICENSE_OPENJPEG' },
  { of: 'pdfjs-dist', name: 'OpenJPEG for pdf.js', licence: 'BSD-2-Clause', file: 'wasm/LICENSE_PDFJS_OPENJPEG' },
] as const

/** Where the built app has them, below out/; its own pages can ask for `/licences.json`. */
const licencesFile = join('renderer', 'licences.json')

export async function writeLicences(outFolder: string, licences: readonly Licence[]): Promise<void> {
  const file = join(outFolder, licencesFile)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, JSON.stringify(licences))
  await giveToOwner(join(file, '..'))
}

/** Every package that may end up in the built app, and the engine; in the order of their names. */
export function shippedLicences(folder: string = repository): Licence[] {
  const packages = shippedPackages(readJson(join(folder, 'package-lock.json')))
  const own = packages.map((path) => licenceOf(join(folder, path)))
  return [...own, ...parts.map((part) => licenceOfPart(folder, part)), engine(folder)].sort((a, b) =>
    a.name.localeCompare(b.name, 'en'),
  )
}

/** Sentences about those we may not ship. */
export function licenceFaults(licences: readonly Licence[]): string[] {
  return licences
    .filter(({ name, licence }) => !isAllowed(licence, name.startsWith('@fontsource') || name.endsWith(' fonts')))
    .map(({ name, version, licence }) => `${name} ${version} is under ${licence}, which we do not ship`)
}

/** One text for people: each licence once, below the names of all that are under it word for word. */
export function licencesAsText(licences: readonly Licence[]): string {
  const byText = new Map<string, string[]>()
  for (const { name, version, licence, text } of licences) {
    const names = byText.get(text) ?? []
    byText.set(text, [...names, `${name} ${version} (${licence})`])
  }
  const rule = '-'.repeat(72)
  const parts = [...byText].map(([text, names]) => `${rule}\n${names.join('\n')}\n\n${text.trim()}\n`)
  return `Offprint contains the work of others, on these terms.\n\n${parts.join('\n')}`
}

/** An SPDX expression of names, AND, OR and brackets; any other word makes it unknown, and so not allowed. */
export function isAllowed(expression: string, isFont: boolean): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  const either = (): boolean => {
    let is = both()
    while (words[at] === 'OR') {
      at += 1
      is = both() || is
    }
    return is
  }
  const both = (): boolean => {
    let is = one()
    while (words[at] === 'AND') {
      at += 1
      is = one() && is
    }
    return is
  }
  const one = (): boolean => {
    const word = words[at] ?? ''
    at += 1
    if (word !== '(') return allowed.has(word) || (isFont && word === allowedForFonts)
    const is = either()
    at += 1
    return is
  }
  return either() && at === words.length
}

type Lock = { readonly packages: Readonly<Record<string, LockEntry>> }
type LockEntry = { readonly dev?: true; readonly devOptional?: true; readonly optional?: true }

/** Folders below the clone. Packages of types hold nothing that runs; what is optional is for Node, and not in the built app. */
function shippedPackages(lock: Lock): string[] {
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
    .map(([path]) => path)
    .filter((path) => !path.includes('node_modules/@types/'))
}

type Manifest = {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly homepage?: string
  readonly author?: string | { readonly name?: string }
}

function licenceOf(folder: string): Licence {
  const about = readJson<Manifest>(join(folder, 'package.json'))
  const licence = about.license ?? 'no licence at all'
  return {
    name: about.name,
    version: about.version,
    licence,
    ...(about.homepage === undefined ? {} : { homepage: about.homepage }),
    text: textIn(folder) ?? standardText(licence, about),
  }
}

function licenceOfPart(folder: string, { of, name, licence, file }: (typeof parts)[number]): Licence {
  const within = join(folder, 'node_modules', of)
  const { version } = readJson<Manifest>(join(within, 'package.json'))
  return { name, version: `(${of} ${version})`, licence, text: readFileSync(join(within, file), 'utf8').trim() }
}

/** The licence, and the notices that some licences ask to be passed on. */
function textIn(folder: string): string | undefined {
  const names = readdirSync(folder).filter(
    (name) => /^(licen[cs]e|copying|notice)\b/i.test(name) && !/\.js$/.test(name),
  )
  if (!names.some((name) => !/^notice/i.test(name))) return undefined
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim())
    .join('\n\n')
}

/** For a package that names its licence and forgot the text. */
function standardText(licence: string, about: Manifest): string {
  if (licence !== 'MIT') throw new Error(`${about.name} has no file with the text of its licence (${licence}).`)
  const author =
    (typeof about.author === 'string' ? about.author : about.author?.name) ?? `the authors of ${about.name}`
  return readFileSync(inRepository('LICENSE'), 'utf8')
    .replace(/^Copyright .*$/m, `Copyright (c) ${author}`)
    .trim()
}

/** Electron's own terms; those of the hundreds of parts of Chromium are a file of eight megabytes that lies beside the program. */
function engine(folder: string): Licence {
  const found = licenceOf(join(folder, 'node_modules', 'electron'))
  return {
    ...found,
    name: 'Electron',
    text: `${found.text}\n\nElectron contains Chromium, Node.js and what these contain. Their terms lie beside the program, in LICENSES.chromium.html.`,
  }
}

/** Written by npm; what it lacks shows where it is read. */
function readJson<T>(file: string): T {
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm ci`)
  return JSON.parse(readFileSync(file, 'utf8')) as T
}
