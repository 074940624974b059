// A version whose act is gone, as when a sync program has deleted or emptied a file of acts: it is named, and comes back.
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { versionPath } from '../../../main/vault/layout.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
import type { Vault, VaultOptions } from '../../../main/vault/vault.ts'
import {
  allActs,
  device,
  filesBelow,
  keep,
  newFolder,
  opened,
  otherDevice,
  sample,
  value,
  type Sample,
} from './sample.ts'

/** By its clock all that lies on the disk came long ago. */
const later = () => Date.now() + 48 * 3_600_000

const recordOf = ({ record }: Sample) => versionPath(record.id, record.version, 'json')
const savedIn = async (vault: Vault) =>
  (await allActs(vault)).flatMap((act) => (act.act === 'saved' ? [`${act.article} ${act.version}`] : []))

function actFiles(root: string): string[] {
  return filesBelow(root).filter((file) => file.startsWith('acts/'))
}

/** Every act is gone; the next start is two days later. */
async function withoutActs(root: string, vault: Vault, options: Partial<VaultOptions> = {}): Promise<Vault> {
  await vault.close()
  for (const file of actFiles(root)) rmSync(join(root, file))
  return opened(root, { now: later, ...options })
}

test('what has lost its act is named by verify, and is saved again as it was captured', async () => {
  const root = newFolder()
  const first = await opened(root)
  const kept = await keep(first)
  const vault = await withoutActs(root, first)
  expect(await savedIn(vault)).toEqual([])
  expect((await vault.verify()).damaged).toEqual([
    {
      file: recordOf(kept),
      reason:
        'no act says that it was saved, so the library does not have it; a rebuild brings it back as it was captured',
    },
  ])
  expect(value(await vault.adopt())).toEqual([recordOf(kept)])
  const { id, version, canonicalUrl, capturedAt } = kept.record
  expect(await allActs(vault)).toMatchObject([
    {
      ...{ act: 'saved', article: id, version, canonicalUrl, savedAt: capturedAt, current: true },
      worth: { verdict: 'complete', words: 7, images: 1 },
    },
  ])
  expect((await vault.verify()).damaged).toEqual([])
  expect(value(await vault.adopt())).toEqual([])
})

test('a file of acts that was emptied loses nothing for good', async () => {
  const root = newFolder()
  const first = await opened(root)
  const kept = await keep(first)
  await first.close()
  for (const file of actFiles(root)) truncateSync(join(root, file))
  const vault = await opened(root, { now: later })
  expect(value(await vault.adopt())).toEqual([recordOf(kept)])
})

test('the lost act that is found again is the later one and stands', async () => {
  const root = newFolder()
  const first = await opened(root)
  const kept = await keep(first)
  value(await first.append([{ act: 'tagged', article: kept.record.id, tag: 'sea' }]))
  await first.close()
  const [lost = ''] = actFiles(root)
  const bytes = readFileSync(join(root, lost))
  rmSync(join(root, lost))
  const second = await opened(root, { device: otherDevice, now: later })
  value(await second.adopt())
  await second.close()
  mkdirSync(join(root, lost, '..'), { recursive: true })
  writeFileSync(join(root, lost), bytes)
  const vault = await opened(root, { now: later })
  const acts = (await allActs(vault)).sort((a, b) => (a.clock < b.clock ? -1 : 1))
  expect(acts.map(({ act, device: by }) => [act, by])).toEqual([
    ['saved', otherDevice],
    ['saved', device],
    ['tagged', device],
  ])
  expect(value(await vault.adopt())).toEqual([])
})

test('what was deleted for good, what a waiting link is about to claim, and what came today is left alone', async () => {
  const root = newFolder()
  const first = await opened(root)
  const purged = await keep(first, sample('Purged'))
  await keep(first, sample('Waits'))
  const waits = (await allActs(first)).at(-1)
  const version = waits?.act === 'saved' ? waits.version : ''
  const vault = await withoutActs(root, first)
  value(await vault.append([{ act: 'purged', article: purged.record.id }]))
  value(await vault.inbox.writeJob({ id: newUlid(), plan: { version } } as { id: string }))
  expect((await vault.verify()).damaged).toEqual([])
  expect(value(await vault.adopt())).toEqual([])
  const today = await (async () => {
    await vault.close()
    for (const file of filesBelow(root).filter((name) => name.startsWith('inbox/'))) rmSync(join(root, file))
    return opened(root)
  })()
  expect(value(await today.adopt())).toEqual([])
})

test('a page that was worse than the version before it does not take its place when both come back', async () => {
  const root = newFolder()
  const first = await opened(root)
  const good = await keep(first)
  const wall = sample('Sign in', { id: good.record.id })
  const at = '2026-11-23T18:00:00.000Z'
  await keep(first, { ...wall, record: { ...wall.record, verdict: 'wall', words: 3, capturedAt: at } })
  const vault = await withoutActs(root, first)
  expect(value(await vault.adopt())).toHaveLength(2)
  const acts = await allActs(vault)
  const isCurrent = new Map(acts.map((act) => (act.act === 'saved' ? [act.version, act.current] : ['', false])))
  expect(isCurrent.get(good.record.version)).toBe(true)
  expect(isCurrent.get(wall.record.version)).toBe(false)
})

test('nothing is brought back while a file of acts cannot be read, or where nothing may be written', async () => {
  const root = newFolder()
  const first = await opened(root)
  await keep(first)
  const vault = await withoutActs(root, first)
  const folder = join(root, 'acts', otherDevice)
  mkdirSync(join(folder, '2026-11.jsonl'), { recursive: true }) // a folder in the place of a file cannot be read
  expect(value(await vault.adopt())).toEqual([])
  rmSync(folder, { recursive: true })
  await vault.close()
  const readOnly = await opened(root, { now: later, readOnly: true })
  expect(value(await readOnly.adopt())).toEqual([])
  expect(readdirSync(join(root, 'articles')).length).toBeGreaterThan(0)
})
