import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobPath } from '../../../main/vault/layout.ts'
import type { Vault } from '../../../main/vault/vault.ts'
import { filesBelow, keep, newFolder, opened, png, sample, value } from './sample.ts'

const longAgo = new Date('2026-01-01')

const purge = async (vault: Vault, article: string) => value(await vault.append([{ act: 'purged', article }]))
const blobOf = (root: string, name: string) => join(root, blobPath(name))

/** Another start: what was put in this one is protected. */
async function again(root: string, vault: Vault): Promise<Vault> {
  await vault.close()
  return opened(root)
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
  const [young, old] = [value(await first.putBlob(png('young'), 'png')), value(await first.putBlob(png('old'), 'png'))]
  utimesSync(blobOf(root, old), longAgo, longAgo)
  const vault = await again(root, first)
  const before = filesBelow(root)
  expect(value(await vault.sweep()).files).toBe(1)
  expect(filesBelow(root)).toEqual(before.filter((file) => !file.endsWith(old)))
  expect(existsSync(blobOf(root, young))).toBe(true)
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
  const vault = await opened(root)
  const name = value(await vault.putBlob(png('on its way'), 'png'))
  utimesSync(blobOf(root, name), longAgo, longAgo)
  await vault.sweep()
  expect(existsSync(blobOf(root, name))).toBe(true)
})
