import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobPath } from '../../../main/vault/layout.ts'
import type { Vault, VaultOptions } from '../../../main/vault/vault.ts'
import { watchedDisk } from './doubles.ts'
import { filesBelow, keep, newFolder, opened, otherDevice, png, sample, value } from './sample.ts'

const longAgo = new Date('2026-01-01')
/** By its clock all that lies on the disk came long ago. */
const later = () => Date.now() + 48 * 3_600_000

const purge = async (vault: Vault, article: string) => value(await vault.append([{ act: 'purged', article }]))
const blobOf = (root: string, name: string) => join(root, blobPath(name))

function gate(): { opened: Promise<void>; open(): void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

/** Another start: what was put in this one is protected. */
async function again(root: string, vault: Vault, options: Partial<VaultOptions> = {}): Promise<Vault> {
  await vault.close()
  return opened(root, options)
}

test('the files of a purged article go, and its blobs unless another article shows them', async () => {
  const root = newFolder()
  const first = await opened(root)
  const shared = sample('Shared')
  const kept = await keep(first, shared)
  const going = await keep(first, { ...sample('Going'), blob: shared.blob })
  const alone = await keep(first, sample('Alone'))
  const vault = await again(root, first)
  await purge(vault, going.record.id)
  await purge(vault, alone.record.id)
  const swept = value(await vault.sweep())
  expect(swept.files).toBe(2 * 4 + 1)
  expect(swept.freedBytes).toBeGreaterThan(0)
  expect(existsSync(blobOf(root, kept.record.blobs[0]!.name))).toBe(true)
  expect(existsSync(blobOf(root, alone.record.blobs[0]!.name))).toBe(false)
  expect(filesBelow(root).filter((file) => file.includes(going.record.id))).toEqual([])
  expect(await vault.verify()).toMatchObject({ damaged: [], strange: [] })
  expect((await vault.readVersion(kept.record.id, kept.record.version)).ok).toBe(true)
})

test('without a purge nothing goes but blobs that have lain about unused for more than a day', async () => {
  const root = newFolder()
  const first = await opened(root)
  await keep(first)
  const unused = value(await first.putBlob(png('unused'), 'png'))
  const vault = await again(root, first)
  const before = filesBelow(root)
  expect(value(await vault.sweep()).files).toBe(0)
  const nextDay = await again(root, vault, { now: later })
  expect(value(await nextDay.sweep()).files).toBe(1)
  expect(filesBelow(root)).toEqual(before.filter((file) => !file.endsWith(unused)))
})

test('a blob that a sync program has just brought, with its old date, stays: its record may be on the way', async () => {
  const root = newFolder()
  const first = await opened(root)
  const brought = value(await first.putBlob(png('brought'), 'png'))
  utimesSync(blobOf(root, brought), longAgo, longAgo)
  const vault = await again(root, first)
  await vault.sweep()
  expect(existsSync(blobOf(root, brought))).toBe(true)
})

test('while the acts of a device cannot be read, no blob goes', async () => {
  const root = newFolder()
  const first = await opened(root)
  const alone = await keep(first, sample('Alone'))
  value(await first.putBlob(png('of an article of the other device'), 'png'))
  const vault = await again(root, first, { now: later })
  await purge(vault, alone.record.id)
  const closed = join(root, `acts/${otherDevice}/2026-11.jsonl`)
  mkdirSync(closed, { recursive: true })
  await vault.sweep()
  expect(filesBelow(root).filter((file) => file.startsWith('blobs/'))).toHaveLength(2)
  rmdirSync(closed)
  await vault.sweep()
  expect(filesBelow(root).filter((file) => file.startsWith('blobs/'))).toHaveLength(0)
})

test('a picture that is kept while two sweeps follow each other is there afterwards', async () => {
  const root = newFolder()
  const first = await opened(root)
  const alone = await keep(first, sample('Alone'))
  const name = value(await first.putBlob(png('once more'), 'png'))
  let now = Date.now
  const [begun, goOn, found, swept] = [gate(), gate(), gate(), gate()]
  const disk = watchedDisk(async (step, path) => {
    if (step === 'remove' && path.includes(alone.record.id)) {
      begun.open()
      await goOn.opened
    }
    if (step === 'remove' && path.endsWith(name)) await found.opened
    if (step === 'sync' && path.endsWith(name)) {
      found.open()
      await swept.opened
    }
  })
  const vault = await again(root, first, { disk, now: () => now() })
  await purge(vault, alone.record.id)
  const one = vault.sweep()
  await begun.opened
  const two = vault.sweep()
  void two.then(swept.open)
  const kept = vault.putBlob(png('once more'), 'png')
  void one.then(() => (now = later))
  goOn.open()
  expect(value(await kept)).toBe(name)
  await two
  expect(existsSync(blobOf(root, name))).toBe(true)
})

test('while a record is missing or damaged, no blob goes', async () => {
  for (const harm of ['missing', 'damaged'] as const) {
    const root = newFolder()
    const first = await opened(root)
    const hurt = await keep(first, sample('Hurt'))
    const alone = await keep(first, sample('Alone'))
    const vault = await again(root, first)
    const record = filesBelow(root).find((file) => file.includes(hurt.record.id) && file.endsWith('.json'))!
    if (harm === 'missing') rmSync(join(root, record))
    else writeFileSync(join(root, record), readFileSync(join(root, record)).fill(0x20, 10, 20))
    await purge(vault, alone.record.id)
    await vault.sweep()
    expect(filesBelow(root).filter((file) => file.startsWith('blobs/'))).toHaveLength(2)
  }
})

test('a blob that was put since the start stays: the record that uses it may be on its way', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: later })
  const name = value(await vault.putBlob(png('on its way'), 'png'))
  await vault.sweep()
  expect(existsSync(blobOf(root, name))).toBe(true)
})
