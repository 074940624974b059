// A vault of so many articles, made once from a seed and kept in .cache/bench/: lengths log-normal around 560 words, a vocabulary that grows as
// in real texts, nested tags, places, thumbnails, images in the text. A bench takes a copy, so that each begins with the same one.
import { constants, cpSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ActBody } from '../../preload/act.ts'
import type { Version } from '../../preload/article.ts'
import { handOver } from '../../build/handOver.ts'
import { appUser } from '../../build/appUser.ts'
import { cacheFolder } from '../../build/repository.ts'
import { say } from '../../build/say.ts'
import { realDisk, type Disk } from '../../main/vault/disk.ts'
import { newUlid } from '../../main/vault/ulid.ts'
import { openVault } from '../../main/vault/vault.ts'
import { launchApp, newFolder, runCli, type Places } from '../e2e/app.ts'
import { randomFrom } from '../random.ts'
import { picture } from './picture.ts'

const seed = 20_261_122
/** Raised when the same seed gives another library. */
const edition = 2
const medianWords = 560
const actsAtOnce = 2_000
const writesAtOnce = 16
/** A library that had to be filled anew, because the sources had changed, is kept as it is then. */
const longToSettleMs = 20_000
const quietWhenMergedSeconds = 8

/** The newest so many have 2,000 words and three images each: for opening one after the other. */
export const longArticles = 60
/** A tag that exactly so many articles have, or all but the long ones in a smaller library. */
export const thousandTag = { tag: 'thousand', count: 1_000 } as const

/** A private copy of the vault alone, at a path of its own, that belongs to the user the app runs as. */
export async function libraryOf(size: number): Promise<string> {
  const copy = join(await newFolder('bench'), 'vault')
  copyVault(await keptVault(size), copy)
  await handOver(copy, await appUser(), '/')
  return copy
}

/**
 * A private copy of vault and profile, the library and the index filled. Always at the same path, by which the profile knows its vault:
 * the next call takes it away. Size 0 is an empty library.
 */
export async function filledLibraryOf(size: number): Promise<Places> {
  const work = join(cacheFolder, 'bench', `work-${size}`)
  const places = { vault: join(work, 'vault'), profile: join(work, 'profile') }
  const kept = join(cacheFolder, 'bench', `profile-${size}-${seed}-${edition}`)
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  if (size > 0) copyVault(await keptVault(size), places.vault)
  if (existsSync(kept)) copyProfile(kept, places.profile)
  for (const folder of [places.vault, places.profile]) await handOver(folder, await appUser(), '/')
  // Whatever the sources have changed in the meantime is settled before anything is measured.
  const began = performance.now()
  const settled = await runCli(['search', 'ba', '--limit', '1'], places)
  if (settled.code !== 0) throw new Error(`The library of ${size} could not be filled: ${settled.stderr}`)
  if (!existsSync(kept) || performance.now() - began > longToSettleMs) {
    await mergeIndex(places)
    rmSync(kept, { recursive: true, force: true })
    copyProfile(places.profile, kept)
  }
  return places
}

/** A command ends before the parts of a new index are merged, and the first window would do that while it is measured. */
async function mergeIndex(places: Places): Promise<void> {
  const app = await launchApp(places)
  let before = ''
  let quietSeconds = 0
  while (quietSeconds < quietWhenMergedSeconds) {
    await setTimeout(1_000)
    const now = filesOf(places.profile)
    quietSeconds = now === before ? quietSeconds + 1 : 0
    before = now
  }
  await app.close()
}

/** The names and sizes of what the window keeps in files of its own. */
function filesOf(profile: string): string {
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes('File System'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path, { throwIfNoEntry: false })?.size}`)
    .toSorted()
    .join('\n')
}

async function keptVault(size: number): Promise<string> {
  const kept = join(cacheFolder, 'bench', `library-${size}-${seed}-${edition}`)
  if (!existsSync(kept)) {
    say(`making a library of ${size} articles, once`)
    await make(size, kept)
  }
  return kept
}

/** A gigabyte for a hundred thousand articles; nothing is written twice where the disk can share what is the same. */
function copyProfile(from: string, to: string) {
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE })
}

/** What never changes is linked, so that a copy of a hundred thousand articles takes seconds; what is appended to is copied. */
function copyVault(from: string, to: string) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && ['articles', 'blobs'].includes(entry.name)) linkTree(source, target)
    else cpSync(source, target, { recursive: true })
  }
}

function linkTree(from: string, to: string) {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) linkTree(join(from, entry.name), join(to, entry.name))
    else linkSync(join(from, entry.name), join(to, entry.name))
  }
}

async function make(size: number, folder: string): Promise<void> {
  const work = `${folder}.new`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const opened = await openVault({ root: work, device: 'benchmark0', disk: unsynced })
  if (!opened.ok) throw new Error(opened.failure.code)
  const vault = opened.value
  const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { code: string } }): T => {
    if (!result.ok) throw new Error(result.failure.code)
    return result.value
  }
  const pictures = await Promise.all(
    Array.from({ length: 48 }, async (_, n) => {
      const [small, large] = [picture(128, 128, n), picture(960, 640, n)]
      return [
        { name: must(await vault.putBlob(large, 'png')), sizeBytes: large.length, use: 'image' as const },
        { name: must(await vault.putBlob(small, 'png')), sizeBytes: small.length, use: 'thumbnail' as const },
      ] as const
    }),
  )
  const random = randomFrom(seed).next
  const text = writer(random)
  let bodies: ActBody[] = []
  let writing: Promise<unknown>[] = []
  for (let n = 0; n < size; n += 1) {
    const { record, html } = article(n, size, random, text, pictures)
    writing.push(vault.writeVersion({ record, html }).then(must))
    bodies.push(...actsOf(record, n, size, random))
    if (writing.length >= writesAtOnce || n === size - 1) {
      await Promise.all(writing)
      writing = []
    }
    if (bodies.length < actsAtOnce && n < size - 1) continue
    must(await vault.append(bodies))
    bodies = []
  }
  await vault.close()
  renameSync(work, folder)
}

type Made = Omit<Version, 'format' | 'files'>
type Pictures = readonly (readonly [image: Made['blobs'][number], thumbnail: Made['blobs'][number]])[]

function article(n: number, size: number, random: () => number, text: (words: number) => string, pictures: Pictures) {
  const isLong = n >= size - longArticles
  const length = isLong ? 2_000 : Math.max(40, Math.round(medianWords * Math.exp(0.7 * normal(random))))
  const title = text(4 + Math.floor(random() * 6)).replace(/\.$/, '')
  const body: string[] = []
  for (let left = length; left > 0; left -= 80) body.push(`<p>${text(Math.min(80, left))}</p>`)
  const blobs = pictures[n % pictures.length] ?? []
  const [image, thumbnail] = blobs
  const hasPicture = isLong || random() < 0.4
  if (hasPicture && image) {
    const figure = `<figure><img src="offprint-asset:${image.name}" alt="" width="960" height="640"><figcaption>${title}</figcaption></figure>`
    body.splice(1, 0, figure)
    if (isLong) for (const at of [9, 17]) body.splice(at, 0, figure)
  }
  const url = `https://site-${n % 97}.example/articles/${n}`
  const capturedAt = savedAt(n)
  const record: Made = {
    id: newUlid(),
    version: newUlid(),
    url,
    canonicalUrl: url,
    title: `${title} ${n}`,
    byline: `Writer ${n % 311}`,
    siteName: `Site ${n % 97}`,
    lang: 'en',
    excerpt: text(30),
    capturedAt,
    how: { way: 'imported', app: 'benchmark' },
    verdict: 'complete',
    reasons: [],
    words: length,
    ...(hasPicture && image && thumbnail ? { thumbnail: thumbnail.name, leadImage: image.name } : {}),
    blobs: hasPicture ? [...blobs] : [],
  }
  return { record, html: body.join('\n') }
}

function savedAt(n: number): string {
  return new Date(Date.UTC(2020, 0, 1) + n * 1_800_000).toISOString()
}

function actsOf({ id, version, url, canonicalUrl }: Made, n: number, size: number, random: () => number): ActBody[] {
  const list: ActBody[] = [
    { act: 'saved', article: id, version, url, canonicalUrl, savedAt: savedAt(n), current: true },
  ]
  if (random() < 0.4) {
    const topic = Math.floor(random() ** 2 * 40)
    const tag = random() < 0.3 ? `topic-${topic}/part-${Math.floor(random() * 4)}` : `topic-${topic}`
    list.push({ act: 'tagged', article: id, tag })
  }
  if (n >= size - longArticles) return list
  if (n >= size - longArticles - thousandTag.count) list.push({ act: 'tagged', article: id, tag: thousandTag.tag })
  const where = random()
  if (where < 0.55) list.push({ act: 'moved', article: id, place: 'archive' })
  else if (where < 0.65) list.push({ act: 'moved', article: id, place: 'later' })
  if (where < 0.5) list.push({ act: 'progressed', article: id, progress: 1, paragraph: 3 })
  if (random() < 0.03) list.push({ act: 'favourited', article: id, favourite: true })
  return list
}

/** Word number n is about 1/n as frequent as the first; new ones keep coming. */
function writer(random: () => number): (words: number) => string {
  const syllables = 'ba ri to men sal ver din ku pel or an the lo mi gra sen'.split(' ')
  const known: string[] = []
  const word = (rank: number) => {
    let text = ''
    for (let rest = rank; rest > 0 || text === ''; rest = Math.floor(rest / syllables.length))
      text += syllables[rest % syllables.length]
    return text
  }
  const logarithm = Math.log(600_000)
  return (words) => {
    const all = Array.from({ length: words }, () => {
      const rank = Math.floor(Math.exp(random() * logarithm))
      return (known[rank] ??= word(rank))
    })
    return `${all.join(' ')}.`
  }
}

/** Nothing of a benchmark's library has to outlive a power cut. */
const unsynced: Disk = {
  ...realDisk,
  open: async (path, how) => ({ ...(await realDisk.open(path, how)), sync: () => Promise.resolve() }),
  syncFolder: () => Promise.resolve(),
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
