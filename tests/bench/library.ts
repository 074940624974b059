// A vault of so many articles, made once from a seed and kept in .cache/bench/: lengths log-normal around 560 words, a vocabulary that grows as
// in real texts, a few tags. A bench takes a copy, so that each begins with the same one.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ActBody } from '../../preload/act.ts'
import type { Version } from '../../preload/article.ts'
import { handOver } from '../../build/handOver.ts'
import { appUser } from '../../build/appUser.ts'
import { cacheFolder } from '../../build/repository.ts'
import { realDisk, type Disk } from '../../main/vault/disk.ts'
import { newUlid } from '../../main/vault/ulid.ts'
import { openVault } from '../../main/vault/vault.ts'
import { newFolder } from '../e2e/app.ts'

const seed = 20_261_122
const medianWords = 560
const actsAtOnce = 500

/** A private copy that belongs to the user the app runs as. */
export async function libraryOf(size: number): Promise<string> {
  const kept = join(cacheFolder, 'bench', `library-${size}-${seed}`)
  if (!existsSync(kept)) await make(size, kept)
  const copy = join(await newFolder('bench'), 'vault')
  cpSync(kept, copy, { recursive: true })
  await handOver(copy, await appUser(), '/')
  return copy
}

async function make(size: number, folder: string): Promise<void> {
  const work = `${folder}.new`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const opened = await openVault({ root: work, device: 'benchmark0', disk: unsynced })
  if (!opened.ok) throw new Error(opened.failure.code)
  const vault = opened.value
  const random = randomFrom(seed)
  const text = writer(random)
  let acts: ActBody[] = []
  for (let n = 0; n < size; n += 1) {
    const { record, html } = article(n, random, text)
    const written = await vault.writeVersion({ record, html })
    if (!written.ok) throw new Error(written.failure.code)
    const { id, version, url, canonicalUrl, capturedAt } = record
    acts.push({ act: 'saved', article: id, version, url, canonicalUrl, savedAt: capturedAt, current: true })
    if (random() < 0.4) acts.push({ act: 'tagged', article: id, tag: `topic-${Math.floor(random() ** 2 * 40)}` })
    if (acts.length < actsAtOnce && n < size - 1) continue
    const appended = await vault.append(acts)
    if (!appended.ok) throw new Error(appended.failure.code)
    acts = []
  }
  await vault.close()
  renameSync(work, folder)
}

function article(n: number, random: () => number, text: (words: number) => string) {
  const length = Math.max(40, Math.round(medianWords * Math.exp(0.7 * normal(random))))
  const title = text(4 + Math.floor(random() * 6)).replace(/\.$/, '')
  const body: string[] = []
  for (let left = length; left > 0; left -= 80) body.push(`<p>${text(Math.min(80, left))}</p>`)
  const url = `https://site-${n % 97}.example/articles/${n}`
  const capturedAt = new Date(Date.UTC(2020, 0, 1) + n * 1_800_000).toISOString()
  const record: Omit<Version, 'format' | 'files'> = {
    id: newUlid(),
    version: newUlid(),
    url,
    canonicalUrl: url,
    title,
    byline: `Writer ${n % 311}`,
    siteName: `Site ${n % 97}`,
    lang: 'en',
    excerpt: text(30),
    capturedAt,
    how: { way: 'imported', app: 'benchmark' },
    verdict: 'complete',
    reasons: [],
    words: length,
    blobs: [],
  }
  return { record, html: body.join('\n') }
}

/** Word number n is about 1/n as frequent as the first; new ones keep coming. */
function writer(random: () => number): (words: number) => string {
  const syllables = [
    'ba',
    'ri',
    'to',
    'men',
    'sal',
    'ver',
    'din',
    'ku',
    'pel',
    'or',
    'an',
    'the',
    'lo',
    'mi',
    'gra',
    'sen',
  ]
  const word = (rank: number) => {
    let text = ''
    for (let rest = rank; rest > 0 || text === ''; rest = Math.floor(rest / syllables.length))
      text += syllables[rest % syllables.length]
    return text
  }
  return (words) => {
    const all = Array.from({ length: words }, () => word(Math.floor(Math.exp(random() * Math.log(600_000)))))
    return `${all.join(' ')}.`
  }
}

/** Nothing of a benchmark's library has to outlive a power cut. */
const unsynced: Disk = {
  ...realDisk,
  open: async (path, how) => ({ ...(await realDisk.open(path, how)), sync: () => Promise.resolve() }),
  syncFolder: () => Promise.resolve(),
}

function randomFrom(start: number): () => number {
  let state = start
  return () => {
    // mulberry32, public domain, Tommy Ettinger
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
