import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { measure } from '../../../main/vault/read.ts'
import { seal, unseal } from '../../../main/vault/sealed.ts'
import { openVault } from '../../../main/vault/vault.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
import { failingDisk, systemError, watchedDisk } from './doubles.ts'
import {
  allActs,
  device,
  failureCode,
  filesBelow,
  keep,
  newFolder,
  opened,
  otherDevice,
  png,
  sample,
  savedAct,
  tagged,
  value,
} from './sample.ts'

test('an empty folder becomes a vault that says how it is read', async () => {
  const root = newFolder()
  const vault = await opened(root, { madeBy: 'Offprint 0.1.0' })
  expect(vault.wasCreated).toBe(true)
  expect(vault.readOnly).toBe(false)
  expect(filesBelow(root)).toEqual(['README.md', 'offprint.json'])
  expect(JSON.parse(readFileSync(join(root, 'offprint.json'), 'utf8'))).toMatchObject({
    format: 1,
    id: vault.id,
    madeBy: 'Offprint 0.1.0',
  })
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('jq')
})

test('a folder that is not there yet is made', async () => {
  const root = join(newFolder(), 'new', 'library')
  expect((await opened(root)).wasCreated).toBe(true)
})

test('the vault stays the same one when it is opened again', async () => {
  const root = newFolder()
  const first = await opened(root)
  await first.close()
  const second = await opened(root)
  expect(second.wasCreated).toBe(false)
  expect(second.id).toBe(first.id)
})

test('files that were in the folder are left as they are', async () => {
  const root = newFolder()
  writeFileSync(join(root, 'README.md'), 'my own')
  writeFileSync(join(root, 'notes.txt'), 'mine too')
  const vault = await opened(root)
  expect(vault.wasCreated).toBe(true)
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('my own')
  expect((await vault.verify()).damaged).toEqual([])
})

test('what was kept comes back as it was, also after a restart', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const kept = await keep(vault)
  for (const one of [vault, await opened(root)]) {
    const read = value(await one.readVersion(kept.record.id, kept.record.version))
    expect(read.html).toBe(kept.html)
    expect(read.record).toMatchObject(kept.record)
    expect(value(await one.readPage(kept.record.id, kept.record.version))).toBe(kept.page)
    const name = kept.record.blobs[0]!.name
    expect(Buffer.from(value(await one.readBlob(name)))).toEqual(kept.blob)
    expect(readFileSync(one.blobPath(name)!)).toEqual(kept.blob)
    expect(await allActs(one)).toMatchObject([{ ...savedAct(kept), device }])
  }
})

test('the files lie where a person looks for them', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { record } = await keep(vault)
  const folder = `articles/${record.id.slice(-2)}/${record.id}/${record.version}`
  const name = record.blobs[0]!.name
  const month = new Date().toISOString().slice(0, 7)
  expect(filesBelow(root)).toEqual(
    [
      'README.md',
      'offprint.json',
      `acts/${device}/${month}.jsonl`,
      ...['json', 'html.gz', 'page.html.gz', 'pdf'].map((part) => `${folder}.${part}`),
      `blobs/${name.slice(62, 64)}/${name}`,
    ].sort(),
  )
})

test('the same text is the same bytes, so that a second writing changes nothing', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const kept = await keep(vault)
  const before = filesBelow(root).map((file) => readFileSync(join(root, file)))
  const { record, html, page, pdf } = kept
  value(await vault.writeVersion({ record, html, page, pdf }))
  value(await vault.putBlob(kept.blob, 'png'))
  expect(filesBelow(root).map((file) => readFileSync(join(root, file)))).toEqual(before)
})

test('a version that stands is not replaced by another text', async () => {
  const vault = await opened(newFolder())
  const { record, html, page, pdf } = await keep(vault)
  await expect(vault.writeVersion({ record, html: `${html}<p>More.</p>`, page, pdf })).rejects.toThrow('other content')
  expect(value(await vault.readVersion(record.id, record.version)).html).toBe(html)
})

test('a text that is not packed as ours are is damaged, though its checksum holds, and is no mistake that stops what is read with it', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { record } = await keep(vault)
  const file = (part: string) => join(root, 'articles', record.id.slice(-2), record.id, `${record.version}.${part}`)
  const bytes = Buffer.from('<p>Not packed at all.')
  const stored = unseal(readFileSync(file('json'))).value as { files: object } // as it was sealed
  writeFileSync(file('html.gz'), bytes)
  writeFileSync(file('json'), seal({ ...stored, files: { ...stored.files, 'html.gz': measure(bytes) } }))
  expect(failureCode(await vault.readVersion(record.id, record.version))).toBe('damaged')
})

test('a damaged blob is made good when the same picture is kept again', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { blob, record } = await keep(vault)
  const path = vault.blobPath(record.blobs[0]!.name)!
  writeFileSync(path, 'rot')
  expect(failureCode(await vault.readBlob(record.blobs[0]!.name))).toBe('damaged')
  value(await vault.putBlob(blob, 'png'))
  expect(readFileSync(path)).toEqual(blob)
})

test('a picture that another program put there is made durable before it counts', async () => {
  const root = newFolder()
  const { blob, record } = await keep(await opened(root))
  const steps: string[] = []
  const disk = watchedDisk((step, path) => void steps.push(`${step} ${basename(path)}`))
  const again = await opened(root, { disk })
  steps.length = 0
  const name = value(await again.putBlob(blob, 'png'))
  expect(name).toBe(record.blobs[0]!.name)
  expect(steps).toContain(`sync ${name}`)
  expect(steps.at(-1)).toBe(`syncFolder ${name.slice(62, 64)}`)
  expect(steps.some((step) => step.startsWith('write'))).toBe(false)
})

test('what is not there is an unknown id, and a hostile name is no path', async () => {
  const vault = await opened(newFolder())
  const { record } = sample()
  expect(failureCode(await vault.readVersion(record.id, record.version))).toBe('unknown-id')
  expect(failureCode(await vault.readVersion('../../etc', 'passwd'))).toBe('unknown-id')
  expect(failureCode(await vault.readPage(record.id, '..'))).toBe('unknown-id')
  expect(failureCode(await vault.readBlob('../offprint.json'))).toBe('unknown-id')
  expect(vault.blobPath('../../offprint.json')).toBeUndefined()
  expect(vault.blobPath(`${'a'.repeat(64)}.png/../x`)).toBeUndefined()
})

test('G6: a vault from a newer release opens read-only and is left as it is', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const kept = await keep(vault)
  await vault.close()
  const path = join(root, 'offprint.json')
  const mark = unseal(readFileSync(path))
  writeFileSync(path, seal({ ...(mark.value as object), format: 2 }))
  const before = filesBelow(root).map((file) => readFileSync(join(root, file)))

  const newer = await opened(root)
  expect(newer.readOnly).toBe(true)
  expect(newer.id).toBe(vault.id)
  expect(failureCode(await newer.append([tagged(kept.record.id, 'harbours')]))).toBe('newer-library')
  expect(failureCode(await newer.putBlob(Buffer.from('x'), 'png'))).toBe('newer-library')
  expect(failureCode(await newer.writeVersion(sample()))).toBe('newer-library')
  expect(failureCode(await newer.inbox.writeJob({ id: kept.record.id }))).toBe('newer-library')
  expect(value(await newer.readVersion(kept.record.id, kept.record.version)).html).toBe(kept.html)
  expect(await allActs(newer)).toHaveLength(1)
  expect((await newer.verify()).damaged).toEqual([])
  expect(filesBelow(root).map((file) => readFileSync(join(root, file)))).toEqual(before)
})

test('a mark whose words are damaged but readable stops nobody; one that is not makes the vault read-only', async () => {
  const root = newFolder()
  const vault = await opened(root, { madeBy: 'Offprint' })
  const kept = await keep(vault)
  await vault.close()
  const path = join(root, 'offprint.json')
  const whole = readFileSync(path, 'utf8')

  writeFileSync(path, whole.replace('Offprint', 'Offprinu'))
  const first = await opened(root)
  expect(first.readOnly).toBe(false)
  expect(first.id).toBe(vault.id)
  expect((await first.verify()).damaged).toEqual([{ file: 'offprint.json', reason: 'its checksum does not hold' }])

  writeFileSync(path, whole.replace('"format"', '"fXrmat"'))
  const second = await opened(root)
  expect(second.readOnly).toBe(true)
  const refused = await second.append([tagged(kept.record.id, 'harbours')])
  expect(refused).toMatchObject({ ok: false, failure: { code: 'damaged', files: ['offprint.json'] } })
  expect(value(await second.readVersion(kept.record.id, kept.record.version)).html).toBe(kept.html)
})

test('a mark that is missing is made anew, and verify says so', async () => {
  const root = newFolder()
  const vault = await opened(root)
  await keep(vault)
  await vault.close()
  rmSync(join(root, 'offprint.json'))
  const again = await opened(root)
  expect(again.wasCreated).toBe(false)
  expect(await allActs(again)).toHaveLength(1)
  const verified = await again.verify()
  expect(verified.damaged).toEqual([])
  expect(verified.repaired).toEqual([{ file: 'offprint.json', reason: 'it was missing and was made anew' }])
})

test.each([0, 200])(
  'a mark that is empty, of %i zeros, is made anew where it may be, and verify says so',
  async (length) => {
    const root = newFolder()
    const vault = await opened(root)
    const kept = await keep(vault)
    await vault.close()
    writeFileSync(join(root, 'offprint.json'), Buffer.alloc(length))
    const reading = await opened(root, { readOnly: true })
    expect(reading.readOnly).toBe(true)
    expect(value(await reading.readVersion(kept.record.id, kept.record.version)).html).toBe(kept.html)
    expect((await reading.verify()).damaged).toEqual([{ file: 'offprint.json', reason: 'it is empty' }])

    const again = await opened(root)
    expect(again.readOnly).toBe(false)
    expect(again.wasCreated).toBe(false)
    expect(value(await again.append([tagged(kept.record.id, 'harbours')]))).toHaveLength(1)
    const verified = await again.verify()
    expect(verified.damaged).toEqual([])
    expect(verified.repaired).toEqual([{ file: 'offprint.json', reason: 'it was empty and was made anew' }])
  },
)

test('G4: where a file stands in the way of the folder, the failure says why', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'library'), 'a file')
  const result = await openVault({ root: join(folder, 'library'), device })
  expect(result).toMatchObject({ ok: false, failure: { code: 'cannot-write' } })
})

for (const [code, reason] of [
  ['EACCES', 'you may not write there'],
  ['EROFS', 'the disk is read-only'],
] as const) {
  test(`G4: a folder that may not be written to (${code}) opens for reading`, async () => {
    const root = newFolder()
    const vault = await opened(root)
    const kept = await keep(vault)
    await vault.close()
    const disk = watchedDisk((step) => {
      if (step !== 'open') throw systemError(code)
    })
    const closed = await opened(root, { disk })
    expect(closed.readOnly).toBe(true)
    expect(await closed.append([tagged(kept.record.id, 'x')])).toMatchObject({
      failure: { code: 'cannot-write', reason },
    })
    expect(value(await closed.readVersion(kept.record.id, kept.record.version)).html).toBe(kept.html)
    expect(await allActs(closed)).toHaveLength(1)
  })
}

test('G12: the path of the folder stands in no file, so that it may be moved', async () => {
  const folder = newFolder()
  const root = join(folder, 'somewhere')
  const vault = await opened(root)
  const kept = await keep(vault)
  value(await vault.inbox.writeJob({ id: kept.record.id }))
  await vault.close()
  for (const file of filesBelow(root)) {
    const bytes = readFileSync(join(root, file))
    expect(bytes.includes(folder), file).toBe(false)
    expect(bytes.includes(basename(folder)), file).toBe(false)
  }
  const moved = join(folder, 'elsewhere')
  renameSync(root, moved)
  const again = await opened(moved, { device: otherDevice })
  expect(again.id).toBe(vault.id)
  expect(value(await again.readVersion(kept.record.id, kept.record.version)).html).toBe(kept.html)
  expect((await again.verify()).damaged).toEqual([])
})

test('jobs come back as they were written, and a damaged one hinders none', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const [first, second] = [sample().record.id, sample().record.id]
  value(await vault.inbox.writeJob({ id: first, url: 'https://a.example/', tries: 1 } as { id: string }))
  value(await vault.inbox.writeJob({ id: second, url: 'https://b.example/' } as { id: string }))
  value(await vault.inbox.writeJob({ id: first, url: 'https://a.example/', tries: 2 } as { id: string }))
  expect(value(await vault.inbox.readJobs())).toEqual({
    jobs: [
      { id: first, url: 'https://a.example/', tries: 2 },
      { id: second, url: 'https://b.example/' },
    ],
    damaged: [],
  })
  const path = `inbox/${device}/${first}.json`
  writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8').replace('tries', 'triez'))
  expect(value(await vault.inbox.readJobs())).toEqual({
    jobs: [{ id: second, url: 'https://b.example/' }],
    damaged: [{ file: path, reason: 'its checksum does not hold' }],
  })
  value(await vault.inbox.removeJob(first))
  value(await vault.inbox.removeJob(first))
  value(await vault.inbox.removeJob(second))
  expect(value(await vault.inbox.readJobs())).toEqual({ jobs: [], damaged: [] })
})

test('another device sees no jobs of this one', async () => {
  const root = newFolder()
  const vault = await opened(root)
  value(await vault.inbox.writeJob({ id: sample().record.id }))
  const other = await opened(root, { device: otherDevice })
  expect(value(await other.inbox.readJobs()).jobs).toEqual([])
})

test('G4: where a drive is away and only its place is there, nothing is kept in that place', async () => {
  const root = join(newFolder(), 'vault')
  const vault = await opened(root)
  await keep(vault)
  renameSync(root, `${root} on a drive`)
  mkdirSync(root)
  const gone = { ok: false, failure: { code: 'cannot-write', reason: 'the folder is gone' } }
  expect(await vault.append([tagged(newUlid(), 'pier')])).toEqual(gone)
  expect(await vault.putBlob(png('another'), 'png')).toEqual(gone)
  expect(await vault.writeVersion(sample())).toEqual(gone)
  expect(await vault.inbox.writeJob({ id: newUlid() })).toEqual(gone)
  expect(readdirSync(root)).toEqual([])
  rmSync(root, { recursive: true })
  renameSync(`${root} on a drive`, root)
  value(await vault.append([tagged(newUlid(), 'pier')]))
  expect((await allActs(vault)).map(({ act }) => act)).toEqual(['saved', 'tagged'])
})

test('links that waited when the machine got another name wait on, under ids of their own', async () => {
  const root = newFolder()
  const before = await opened(root, { device: otherDevice })
  const [id, plan] = [newUlid(), { article: newUlid(), version: newUlid() }]
  value(await before.inbox.writeJob({ id, url: 'https://a.example/pier', plan } as { id: string }))
  await before.close()
  const vault = await opened(root)
  value(await vault.inbox.takeOver(otherDevice))
  expect(value(await vault.inbox.readJobs()).jobs).toEqual([{ id, url: 'https://a.example/pier' }])
  const again = await opened(root, { device: otherDevice })
  expect(value(await again.inbox.readJobs()).jobs).toEqual([{ id, url: 'https://a.example/pier', plan }])
})

test('a folder of the vault that was tidied away comes back with the next write', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const first = await keep(vault)
  rmSync(join(root, 'blobs'), { recursive: true })
  rmSync(join(root, 'acts'), { recursive: true })
  mkdirSync(join(root, 'blobs'))
  const second = await keep(vault, { ...sample('Tides'), blob: first.blob })
  expect(value(await vault.readBlob(second.record.blobs[0]!.name))).toEqual(first.blob)
  expect(await allActs(vault)).toMatchObject([savedAct(second)])
})

test('a record that does not fit its schema is not written: it could not be read again', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { record, html } = sample()
  await expect(vault.writeVersion({ record: { ...record, words: -1 }, html })).rejects.toThrow()
  await expect(vault.append([tagged(record.id, '')])).rejects.toThrow()
  await expect(vault.append([tagged('../x', 'x')])).rejects.toThrow()
  expect(filesBelow(root)).toEqual(['README.md', 'offprint.json'])
})

test('what is saved of an article after it was deleted for good is refused: nobody would ever see it', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const kept = await keep(vault)
  const { id } = kept.record
  const again = sample('Saved once more', { id })
  value(await vault.writeVersion(again))
  const purging = vault.append([{ act: 'purged', article: newUlid(), also: [id] }])
  const saving = vault.append([savedAct(again), { act: 'restored', article: id }])
  expect(await saving).toEqual({ ok: false, failure: { code: 'unknown-id', id } })
  value(await purging)
  expect((await allActs(vault)).map(({ act }) => act)).toEqual(['saved', 'purged'])
})

test('what another device has deleted for good is known as soon as it was read', async () => {
  const root = newFolder()
  const other = await opened(root, { device: otherDevice })
  const kept = await keep(other)
  const vault = await opened(root)
  value(await other.append([{ act: 'purged', article: kept.record.id }]))
  await vault.readActs({}, 100)
  expect(failureCode(await vault.append([savedAct(kept)]))).toBe('unknown-id')
})

test('a deletion that could not be written deletes nothing', async () => {
  const root = newFolder()
  const failing = failingDisk('EIO')
  const vault = await opened(root, { disk: failing.disk })
  const kept = await keep(vault)
  failing.failFrom(0)
  expect(failureCode(await vault.append([{ act: 'purged', article: kept.record.id }]))).toBe('cannot-write')
  failing.heal()
  expect((await vault.append([savedAct(kept)])).ok).toBe(true)
})

test('G4: a vault whose folder is gone for a while is not read as one in which nothing was ever kept', async () => {
  const root = join(newFolder(), 'vault')
  const vault = await opened(root)
  await keep(vault)
  renameSync(root, `${root} on a drive`)
  await expect(vault.readActs({}, 100)).rejects.toMatchObject({ code: 'ENOENT' })
  mkdirSync(root) // where a drive is no more, its place is
  await expect(vault.readActs({}, 100)).rejects.toMatchObject({ code: 'ENOENT' })
  rmSync(root, { recursive: true })
  expect((await vault.verify()).damaged).toEqual([{ file: 'offprint.json', reason: 'it is missing' }])
  renameSync(`${root} on a drive`, root)
  expect(await allActs(vault)).toHaveLength(1)
})
