// kill -9 while the index takes in articles and merges them, again and again: the next start finds all that the vault holds, as it is, and nothing else.
// A few rounds here; with OFFPRINT_SOAK=1 a hundred.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from 'playwright/test'
import { appUser } from '../../build/appUser.ts'
import { changeOwner } from '../../build/giveToOwner.ts'
import { newUlid } from '../../main/vault/ulid.ts'
import { openVault } from '../../main/vault/vault.ts'
import type { ActBody } from '../../preload/act.ts'
import { randomFrom } from '../random.ts'
import { isSoak, seed } from '../seed.ts'
import { launchApp, newPlaces, runCli, type Places } from './app.ts'
import { hitsOf } from './jsonLines.ts'
import { roomOf } from './room.ts'
import { vaultFiles } from './vaultFiles.ts'

const rounds = isSoak ? 100 : 2
/** Enough for a part in a file of its own. */
const atFirst = 200
/** More than come one by one: a crowd is gathered and sealed. */
const crowd = 21
/** From the tag's key to a moment at which all is merged. */
const longestMs = 3_000
const words = ['lamp', 'harbour', 'quay', 'signal', 'wharf', 'tide', 'mooring']
const random = randomFrom(seed)

let places: Places
let written = 0
/** What was written, by the word it tells of. */
const withWord = new Map<string, string[]>(words.map((word) => [word, []]))

test(`however often the index is killed while it adds and merges, search finds what the vault holds (seed ${seed})`, async () => {
  test.setTimeout(isSoak ? 3_600_000 : 240_000)
  places = await newPlaces()
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) await write(round === 0 ? atFirst : crowd)
    // One word, so that the text of the article is indexed anew, and each round its own.
    const tag = `q${[...String(round)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`
    const files = await killedRound(tag, random.below(4))
    const tagged = taggedWith(tag)
    console.log(`round ${round}: ${tagged.length} tagged; killed with ${files}`)
    const why = `seed ${seed}, round ${round}`
    expect(await found(tag), why).toEqual(tagged)
    const word = random.pick(words)
    expect(await found(word), `${why}, ${word}`).toEqual(withWord.get(word)!.toSorted())
  }
})

/** Tags every article, which changes the words of each, and kills the app some time later. Returns the files of the index then. */
async function killedRound(tag: string, changes: number): Promise<string> {
  const app = await launchApp(places)
  const room = roomOf(app.window)
  await expect(room.rows.first()).toBeVisible()
  // In some rounds what is killed is the filling of the index.
  const isEarly = random.below(5) === 0
  if (!isEarly) {
    await room.rows.first().click()
    await room.press('Control+a')
    await room.tag(tag)
  }
  const wait = random.next()
  if (changes === 0) await new Promise((later) => setTimeout(later, wait * longestMs))
  const files = await filesAfter(app.window, changes)
  if (changes > 0) await new Promise((later) => setTimeout(later, wait * 30))
  await app.kill()
  return files
}

/** Waits until files of the index have come or gone so often: a part or a catalog was begun, or is done. Returns their names then. */
function filesAfter(window: Page, changes: number): Promise<string> {
  return window.evaluate(
    async ({ changes, longestMs }) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('search', { create: true })
      const names = async () => {
        const list: string[] = []
        // Our types do not know it yet.
        for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) list.push(name)
        return list.sort().join(' ')
      }
      const end = performance.now() + longestMs
      let before = await names()
      for (let seen = 0; seen < changes && performance.now() < end;) {
        const now = await names()
        if (now !== before) seen += 1
        before = now
      }
      return before
    },
    { changes, longestMs },
  )
}

async function write(count: number): Promise<void> {
  const opened = await openVault({ root: places.vault, device: 'killindex0' })
  if (!opened.ok) throw new Error(opened.failure.code)
  const acts: ActBody[] = []
  for (let n = 0; n < count; n += 1) {
    const [id, version] = [newUlid(), newUlid()]
    const word = random.pick(words)
    withWord.get(word)!.push(id)
    // Not with the id in it: chance may spell a tag there.
    const url = `https://a.example/${(written += 1)}`
    const capturedAt = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
    const kept = await opened.value.writeVersion({
      record: {
        id,
        version,
        url,
        canonicalUrl: url,
        title: `Number ${n}`,
        lang: 'en',
        capturedAt,
        how: { way: 'imported', app: 'test' },
        verdict: 'complete',
        reasons: [],
        words: 140,
        blobs: [],
      },
      html: `<p>About the ${word}. ${'Nothing of note happens in this sentence. '.repeat(20)}</p>`,
    })
    if (!kept.ok) throw new Error(kept.failure.code)
    acts.push({ act: 'saved', article: id, version, url, canonicalUrl: url, savedAt: capturedAt, current: true })
  }
  const appended = await opened.value.append(acts)
  if (!appended.ok) throw new Error(appended.failure.code)
  await opened.value.close()
  const user = await appUser()
  if (user) await changeOwner(places.vault, user.uid, user.gid)
}

/** What the files say: the truth. A line that the kill has cut was not acknowledged. */
function taggedWith(tag: string): string[] {
  return vaultFiles(places.vault)
    .filter(({ kind }) => kind === 'acts')
    .flatMap(({ path }) => readFileSync(join(places.vault, path), 'utf8').split('\n').slice(0, -1))
    .map((line) => JSON.parse(line) as { act: string; article?: string; tag?: string }) // ours
    .flatMap((act) => (act.act === 'tagged' && act.tag === tag && act.article ? [act.article] : []))
    .sort()
}

async function found(query: string): Promise<string[]> {
  const end = await runCli(['search', query, '--json', '--limit', '10000'], places)
  expect(end.code, end.stderr).toBe(0)
  return hitsOf(end)
    .map(({ id }) => id)
    .sort()
}
