// Disks that are full or broken, at every step of everything the vault writes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fullBytes, lowBytes, spaceState } from '../../../main/vault/space.ts'
import type { Vault } from '../../../main/vault/vault.ts'
import { failingDisk, fillingDisk, systemError, watchedDisk } from './doubles.ts'
import { isSoak, seed } from '../../seed.ts'
import { randomFrom } from '../../random.ts'
import {
  allActs,
  device,
  failureCode,
  filesBelow,
  keep,
  newFolder,
  opened,
  sample,
  savedAct,
  tagged,
  value,
  type Sample,
} from './sample.ts'

/** The failure of the first thing that failed, as the queue would meet it. */
async function tryToKeep(vault: Vault, { record, html, page, pdf, blob }: Sample): Promise<string | undefined> {
  const put = await vault.putBlob(blob, 'png')
  if (!put.ok) return put.failure.code
  const blobs = [{ name: put.value, sizeBytes: blob.length, use: 'image' as const }]
  const written = await vault.writeVersion({ record: { ...record, blobs }, html, page, pdf })
  if (!written.ok) return written.failure.code
  return failureCode(await vault.append([savedAct({ record, html, page, pdf, blob })]))
}

/** All that is visible is whole, and there is nothing that does not belong. */
async function expectWhole(vault: Vault, kept: readonly Sample[], context: string): Promise<void> {
  const acts = await allActs(vault)
  const saved = acts.flatMap((act) => (act.act === 'saved' ? [act] : []))
  expect([...new Set(saved.map((act) => act.article))].sort(), context).toEqual(
    kept.map(({ record }) => record.id).sort(),
  )
  for (const act of saved) {
    const read = value(await vault.readVersion(act.article, act.version))
    const sampled = kept.find(({ record }) => record.id === act.article)
    expect(read.html, context).toBe(sampled?.html)
    for (const { name } of read.record.blobs) value(await vault.readBlob(name))
  }
  const verified = await vault.verify()
  expect(verified.damaged, context).toEqual([])
}

const wordsFor = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'cannot-write',
  EACCES: 'cannot-write',
  EROFS: 'cannot-write',
} as const

for (const code of ['ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EROFS'] as const) {
  const row = wordsFor[code] === 'disk-full' ? 'G1' : 'G4'
  test(`${row}: ${code} at any step of keeping an article is said, loses nothing and leaves nothing in part`, async () => {
    const root = newFolder()
    const failing = failingDisk(code)
    const vault = await opened(root, { disk: failing.disk })
    const kept = [await keep(vault, sample('The first'))]
    let fresh = sample('Page 0')
    // One of each kind walks through all steps; the others differ by their code only.
    const stride = isSoak || code === 'ENOSPC' || code === 'EIO' ? 1 : 7
    for (let step = 0; ; step += stride, fresh = sample(`Page ${step}`)) {
      const context = `failing from step ${step}`
      const before = filesBelow(root)
      failing.failFrom(step)
      const failure = await tryToKeep(vault, fresh)
      failing.heal()
      if (failure === undefined) {
        expect(step).toBeGreaterThan(20)
        kept.push(fresh)
        break
      }
      expect(failure, context).toBe(wordsFor[code])
      if (row === 'G1') expect(leftovers(before, filesBelow(root), fresh), context).toEqual([])
      // The same process goes on as if nothing had been.
      await keep(vault, fresh)
      kept.push(fresh)
      if (step % 7 === 0) await expectWhole(vault, kept, context)
    }
    await vault.close()
    await expectWhole(await opened(root), kept, 'after the restart')
  }, 60_000)
}

/** What a failed save left besides whole pictures and a whole version. */
function leftovers(before: readonly string[], after: readonly string[], { record }: Sample): string[] {
  const added = after.filter((file) => !before.includes(file) && !file.startsWith('blobs/'))
  const isVersionWhole = added.some((file) => file.endsWith(`${record.version}.json`))
  return added.filter((file) => file.includes('.offprint-') || (file.startsWith('articles/') && !isVersionWhole))
}

test(`G1: a disk that takes so many bytes and no more, at places of every file (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const root = newFolder()
  const filling = fillingDisk()
  const vault = await opened(root, { disk: filling.disk })
  filling.leave(Infinity)
  const kept = [await keep(vault, sample('The first'))]
  const total = filling.written() - 40 // packed, another title may need a few bytes less
  const places = Array.from({ length: isSoak ? total : 24 }, (_, n) => (isSoak ? n : random.below(total)))
  for (const [n, place] of places.entries()) {
    const fresh = sample(`Page ${String(n).padStart(4, '0')}`)
    const before = filesBelow(root)
    filling.leave(place)
    expect(await tryToKeep(vault, fresh), `${place} bytes`).toBe('disk-full')
    filling.leave(Infinity)
    expect(leftovers(before, filesBelow(root), fresh), `${place} bytes`).toEqual([])
    expect(await allActs(vault), `${place} bytes`).toHaveLength(kept.length)
    if (random.below(4) > 0) continue
    await keep(vault, fresh)
    kept.push(fresh)
  }
  await expectWhole(vault, kept, 'in the same process')
  await vault.close()
  await expectWhole(await opened(root), kept, 'after the restart')
}, 600_000)

test('G1: a full disk cuts an act back to the last whole line, and the next one is kept when there is room', async () => {
  const root = newFolder()
  const filling = fillingDisk()
  const vault = await opened(root, { disk: filling.disk, now: () => Date.UTC(2026, 10, 22) })
  const { record } = await keep(vault)
  const path = join(root, 'acts', device, '2026-11.jsonl')
  const whole = readFileSync(path)
  for (let room = 0; room < 150; room += 1) {
    filling.leave(room)
    expect(failureCode(await vault.append([tagged(record.id, 'x')]))).toBe('disk-full')
    expect(readFileSync(path), `${room} bytes`).toEqual(whole)
  }
  filling.leave(Infinity)
  value(await vault.append([tagged(record.id, 'y')]))
  expect((await allActs(vault)).at(-1)).toMatchObject({ tag: 'y' })
})

test('below 100 MB nothing more is saved, and what removes goes on', async () => {
  let freeBytes = 1e12
  const vault = await opened(newFolder(), {
    disk: watchedDisk(
      () => undefined,
      () => freeBytes,
    ),
  })
  const kept = await keep(vault)
  expect(await vault.spaceState()).toBe('plenty')
  freeBytes = 99_999_999
  expect(await vault.spaceState()).toBe('full')
  expect(failureCode(await vault.putBlob(Buffer.from('x'), 'png'))).toBe('disk-full')
  expect(failureCode(await vault.writeVersion(sample()))).toBe('disk-full')
  value(await vault.append([{ act: 'trashed', article: kept.record.id }]))
  expect(value(await vault.readVersion(kept.record.id, kept.record.version)).html).toBe(kept.html)
  freeBytes = 1e12
  value(await vault.writeVersion(sample()))
})

test('room is low below 500 MB and full below 100 MB', () => {
  expect([lowBytes, lowBytes - 1, fullBytes, fullBytes - 1, 0].map(spaceState)).toEqual([
    'plenty',
    'low',
    'low',
    'full',
    'full',
  ])
})

test('a drive that cannot tell its room counts as having it', async () => {
  const vault = await opened(newFolder(), {
    disk: watchedDisk(
      () => undefined,
      () => {
        throw systemError('ENOSYS')
      },
    ),
  })
  expect(await vault.spaceState()).toBe('plenty')
})

test('a scanner that holds a new file for a moment is waited for', async () => {
  let held = 3
  const disk = watchedDisk((step) => {
    if (step === 'rename' && held-- > 0) throw systemError('EBUSY')
  })
  const vault = await opened(newFolder(), { disk })
  await keep(vault)
  expect(held).toBeLessThan(0)
})

test('a mistake of ours is not taken for a broken disk', async () => {
  const vault = await opened(newFolder(), {
    disk: watchedDisk((step, path) => {
      if (step === 'open' && path.includes('blobs')) throw new TypeError('a bug')
    }),
  })
  await expect(vault.putBlob(Buffer.from('x'), 'png')).rejects.toThrow('a bug')
})

test('a failure names no path', async () => {
  const root = newFolder()
  const failing = failingDisk('EIO')
  const vault = await opened(root, { disk: failing.disk })
  failing.failFrom(0)
  expect(JSON.stringify(await vault.putBlob(Buffer.from('x'), 'png'))).not.toContain(root)
})
