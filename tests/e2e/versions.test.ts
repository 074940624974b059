// An address that is saved again: every version is kept, the better one is shown, and the reader may choose another.
import { expect, test } from 'playwright/test'
import { z } from 'zod'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli, type CommandEnd, type Places } from './app.ts'
import { articlesOf, folded, jsonLines, shownOf } from './jsonLines.ts'

test.describe.configure({ mode: 'serial' })

let site: Site
let places: Places

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
})
test.afterAll(() => site.close())

const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })
const line = z.looseObject({ version: z.string(), verdict: z.string(), shown: z.boolean(), pinned: z.boolean() })
const versionsOf = async (id: string) => jsonLines(await run('versions', id, '--json')).map((one) => line.parse(one))
const textOf = async (...args: readonly string[]) =>
  folded(shownOf(await run('show', ...args, '--text', '--json')).text ?? '')

async function saveTwice(path: string): Promise<{ id: string; second: CommandEnd }> {
  const first = await run('save', site.url('a', path), '--json')
  expect(first.code, first.stderr).toBe(0)
  site.revise(path)
  const second = await run('save', site.url('a', path), '--json')
  expect(second.code, second.stderr).toBe(0)
  return { id: articlesOf(first)[0]!.id, second }
}

test('a longer edition takes the place of the shorter one, which stays and can be chosen', async () => {
  const { id } = await saveTwice('/changing/longer')
  const lastSentence = site.truth('/changing/longer').sentences.at(-1)!
  const [latest, oldest, ...none] = await versionsOf(id)
  expect(none).toEqual([])
  expect(latest).toMatchObject({ shown: true, pinned: false, verdict: 'complete' })
  expect(oldest).toMatchObject({ shown: false })
  expect(await textOf(id)).toContain(lastSentence)
  expect(await textOf(id, oldest!.version)).not.toContain(lastSentence)

  const pinned = await run('pin', id, oldest!.version)
  expect(pinned.code, pinned.stderr).toBe(0)
  expect(pinned.stdout).toContain('shown, pinned')
  expect(await textOf(id)).not.toContain(lastSentence)
  await run('pin', id)
  expect(await textOf(id)).toContain(lastSentence)
})

test('a wall never takes the place of the text, and the reader is told', async () => {
  const { id, second } = await saveTwice('/changing/wall')
  expect(second.stderr).toContain('The earlier version is more complete and stays the one shown.')
  expect(second.stderr).toContain('This looks like a sign-in wall')
  const [wall, whole] = await versionsOf(id)
  expect(wall).toMatchObject({ shown: false, verdict: 'wall' })
  expect(whole).toMatchObject({ shown: true, verdict: 'complete' })
  const text = await textOf(id)
  for (const sentence of site.truth('/changing/wall').sentences.slice(0, 3)) expect(text).toContain(sentence)
})

test('an unknown version is said to be unknown', async () => {
  const [article] = jsonLines(await run('list', '--limit', '1', '--json')).map((one) =>
    z.looseObject({ id: z.string() }).parse(one),
  )
  const shown = await run('show', article!.id, '01KA0000000000000000009999')
  expect(shown.code).toBe(2)
  expect(shown.stderr).toContain('No article has the id 01KA0000000000000000009999.')
})
