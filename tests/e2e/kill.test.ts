// kill -9 in the middle of saving, again and again: what was acknowledged is there, whole; nothing is there in part; every start works.
// A few rounds here; with OFFPRINT_SOAK=1 until a hundred saves were acknowledged and every stage was killed in at least once.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { stages, type Stage } from '../../preload/capture.ts'
import { randomFrom } from '../random.ts'
import { isSoak, seed } from '../seed.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli, startByNpm, type Places } from './app.ts'
import { articlesOf, folded, shownOf } from './jsonLines.ts'
import { blobFile } from './vaultFiles.ts'

const rounds = isSoak ? Infinity : 2
const pagesARound = isSoak ? 24 : 8
const wantedAcknowledged = 100

type Round = { readonly acknowledged: readonly string[]; readonly killedIn: ReadonlySet<Stage> }

let site: Site
let places: Places

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
})
test.afterAll(() => site.close())

test(`no acknowledged article is lost and none is half there, however often saving is killed (seed ${seed})`, async () => {
  test.setTimeout(isSoak ? 3_600_000 : 240_000)
  const random = randomFrom(seed).next
  const order = [...stages].sort(() => random() - 0.5)
  const acknowledged: string[] = []
  const killedIn = new Map<Stage, number>(stages.map((stage) => [stage, 0]))
  const isEnough = () => acknowledged.length >= wantedAcknowledged && [...killedIn.values()].every((count) => count > 0)

  for (let n = 0; n < rounds && !(isSoak && isEnough()); n += 1) {
    const urls = Array.from({ length: pagesARound }, (_, at) => site.url('a', `/many/${n * pagesARound + at}`))
    const rarest = order.reduce((least, stage) => (killedIn.get(stage)! < killedIn.get(least)! ? stage : least))
    const round = await killedRound(urls, rarest, 1 + Math.floor(random() * pagesARound), random() * 40)
    acknowledged.push(...round.acknowledged)
    for (const stage of round.killedIn) killedIn.set(stage, killedIn.get(stage)! + 1)
    console.log(
      `round ${n}: ${round.acknowledged.length} acknowledged, killed in ${[...round.killedIn].join(', ') || 'no stage'}`,
    )
    await expectAllThere(acknowledged)
  }

  console.log(
    `${acknowledged.length} saves acknowledged; kills by stage: ${stages.map((stage) => `${stage} ${killedIn.get(stage)}`).join(', ')}`,
  )
  const verified = await runCli(['verify', '--json'], places)
  expect(verified.code, verified.stdout).toBe(0)
  await expectNoneInPart()
})

/** Saves the pages and kills everything a moment after the wanted stage was reached for the nth time; ends by itself when it never was. */
async function killedRound(urls: readonly string[], wanted: Stage, nth: number, afterMs: number): Promise<Round> {
  const running = startByNpm(['save', ...urls, '--json'], { ...places, allowPrivate: site.hosts() })
  let timer: NodeJS.Timeout | undefined
  running.process.stderr?.on('data', () => {
    const seen = running.stderr().split(`: ${wanted}\n`).length - 1
    if (seen >= nth) timer ??= setTimeout(running.kill, afterMs)
  })
  const { code, stdout, stderr } = await running.end
  clearTimeout(timer)
  // A line cut by the kill was not said.
  const whole = stdout.slice(0, stdout.lastIndexOf('\n') + 1)
  return {
    acknowledged: articlesOf({ stdout: whole }).map(({ id }) => id),
    killedIn: code === 137 ? stagesAtEnd(stderr) : new Set(),
  }
}

/** Two captures run at once and do not say which they are: the stages of the last two lines are what they were in. */
function stagesAtEnd(stderr: string): Set<Stage> {
  const said = stderr.split('\n').flatMap((line) => stages.filter((stage) => line.endsWith(`: ${stage}`)))
  return new Set(said.slice(-1))
}

async function expectAllThere(ids: readonly string[]): Promise<void> {
  const listed = await runCli(['list', '--json'], { ...places, allowPrivate: site.hosts() })
  expect(listed.code, listed.stderr).toBe(0)
  const there = new Set(articlesOf(listed).map(({ id }) => id))
  expect(ids.filter((id) => !there.has(id))).toEqual([])
}

/** Whatever is listed, acknowledged or not, has its text to the last sentence and its picture. */
async function expectNoneInPart(): Promise<void> {
  const listed = articlesOf(await runCli(['list', '--json'], { ...places, allowPrivate: site.hosts() }))
  for (const { id, url } of listed.filter((entry) => entry.url.includes('/many/')).slice(0, isSoak ? 40 : 6)) {
    const { html } = shownOf(await runCli(['show', id, '--html', '--json'], places))
    const text = folded((html ?? '').replace(/<[^>]+>/g, ' '))
    const { sentences } = site.truth(new URL(url).pathname)
    expect(text, url).toContain(folded(sentences.at(-1)!))
    for (const [, name] of (html ?? '').matchAll(/offprint-asset:([0-9a-f]{64}\.[a-z0-9]+)/g))
      expect(existsSync(join(places.vault, blobFile(name!))), url).toBe(true)
  }
}
