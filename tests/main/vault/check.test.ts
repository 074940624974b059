import {
  mkdirSync,
  readFileSync,
  rmSync,
  renameSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encodeAct } from '../../../main/vault/actLine.ts'
import { unfinishedName } from '../../../main/vault/layout.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
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
  otherDevice,
  sample,
  savedAct,
  tagged,
  value,
} from './sample.ts'

const longAgo = new Date('2026-01-01')

test('a vault as it was written is found whole, and every file was looked at', async () => {
  const root = newFolder()
  const vault = await opened(root)
  await keep(vault)
  await keep(vault)
  value(await vault.inbox.writeJob({ id: newUlid() }))
  const progress: string[] = []
  const verified = await vault.verify({ onProgress: (done, total) => void progress.push(`${done}/${total}`) })
  const files = filesBelow(root).length
  expect(verified).toEqual({ files, damaged: [], repaired: [], strange: [], isFinished: true })
  expect(progress).toHaveLength(files)
  expect(progress.at(-1)).toBe(`${files}/${files}`)
})

test(`G5: one flipped bit in any file is named, and what is not damaged is still read (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const root = newFolder()
  const first = await opened(root)
  const kept = await keep(first)
  value(await first.append([tagged(kept.record.id, 'harbours'), tagged(kept.record.id, 'ünïcode')]))
  value(await first.inbox.writeJob({ id: newUlid() }))
  const other = await opened(root, { device: otherDevice })
  value(await other.append([tagged(kept.record.id, 'elsewhere'), tagged(kept.record.id, 'there')]))
  await first.close()
  await other.close()

  for (const file of filesBelow(root)) {
    const path = join(root, file)
    const whole = readFileSync(path)
    const bits = Array.from(whole, (_, at) => at * 8 + random.below(8))
    // The last byte has its own way to be damaged: a line without its end looks like one that is still being copied.
    for (const bit of isSoak ? bits : [bits.at(-1)!, ...Array.from({ length: 12 }, () => random.pick(bits))]) {
      const damaged = Buffer.from(whole)
      damaged[bit >> 3] = damaged[bit >> 3]! ^ (1 << (bit & 7))
      writeFileSync(path, damaged)
      const context = `${file}, bit ${bit}`
      const vault = await opened(root)
      const { damaged: named, strange } = await vault.verify()
      if (file === 'README.md')
        expect(
          strange.map((one) => one.file),
          context,
        ).toEqual([file])
      else
        expect(
          named.map((one) => one.file),
          context,
        ).toEqual([file])
      const read = await vault.readVersion(kept.record.id, kept.record.version)
      const isOfVersion =
        file.endsWith(`${kept.record.version}.json`) || file.endsWith(`${kept.record.version}.html.gz`)
      expect(failureCode(read), context).toBe(isOfVersion ? 'damaged' : undefined)
      expect((await allActs(vault)).length, context).toBeGreaterThanOrEqual(file.startsWith('acts/') ? 4 : 5)
      await vault.close()
      writeFileSync(path, whole)
    }
  }
}, 3_600_000)

test(`a file that was cut anywhere is named (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const root = newFolder()
  const vault = await opened(root)
  await keep(vault)
  value(await vault.inbox.writeJob({ id: newUlid() }))
  for (const file of filesBelow(root).filter((one) => one !== 'README.md')) {
    const path = join(root, file)
    const whole = readFileSync(path)
    const sizes = Array.from({ length: whole.length }, (_, size) => size)
    const { cursor } = await vault.readActs({}, 100)
    for (const size of isSoak ? sizes : [0, whole.length - 1, random.pick(sizes), random.pick(sizes)]) {
      truncateSync(path, size)
      // What the library has read before is a witness.
      await vault.readActs(cursor, 100)
      expect(
        (await vault.verify()).damaged.map((one) => one.file),
        `${file} cut to ${size}`,
      ).toContain(file)
      writeFileSync(path, whole)
    }
  }
}, 3_600_000)

test('every file that is missing is named', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { record } = await keep(vault)
  const wanted = filesBelow(root).filter(
    (file) => file.startsWith('articles/') || file.startsWith('blobs/') || file === 'offprint.json',
  )
  expect(wanted).toHaveLength(6)
  for (const file of wanted) {
    const whole = readFileSync(join(root, file))
    unlinkSync(join(root, file))
    const { damaged } = await vault.verify()
    expect(damaged).toMatchObject([{ file, reason: expect.stringContaining('it is missing') }])
    writeFileSync(join(root, file), whole)
  }
  rmSync(join(root, 'articles'), { recursive: true })
  expect((await vault.verify()).damaged).toEqual([
    {
      file: `articles/${record.id.slice(-2)}/${record.id}/${record.version}.json`,
      reason: 'it is missing; it was saved on 2026-11-22',
    },
  ])
})

test('two versions whose files were exchanged are both named', async () => {
  const root = newFolder()
  const vault = await opened(root)
  await keep(vault)
  await keep(vault)
  const [a, b] = filesBelow(root).filter((file) => file.endsWith('.json') && file.startsWith('articles/'))
  const [bytesOfA, bytesOfB] = [readFileSync(join(root, a!)), readFileSync(join(root, b!))]
  writeFileSync(join(root, a!), bytesOfB)
  writeFileSync(join(root, b!), bytesOfA)
  expect((await vault.verify()).damaged.map(({ file }) => file)).toEqual([a, b])
})

test('what is purged is not missed', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { record } = await keep(vault)
  const other = await keep(vault)
  value(await vault.append([{ act: 'purged', article: record.id, also: [other.record.id] }]))
  rmSync(join(root, 'articles'), { recursive: true })
  rmSync(join(root, 'blobs'), { recursive: true })
  expect((await vault.verify()).damaged).toEqual([])
})

test('what does not belong is named and left alone', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { record } = await keep(vault)
  const folder = `articles/${record.id.slice(-2)}/${record.id}`
  const strange = [
    `acts/${device}/2026-11.jsonl.bak`,
    'acts/notes.txt',
    'articles/zz/page.html',
    `articles/00/${record.id}/${record.version}.json`,
    `blobs/00/${'a'.repeat(64)}.png`,
    `${folder}/${newUlid()}.html.gz`,
  ].sort()
  for (const file of strange) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), 'x')
  }
  symlinkSync('/etc', join(root, 'blobs', 'link'))
  writeFileSync(join(root, 'mine.txt'), 'x')
  const verified = await vault.verify()
  expect(verified.damaged).toEqual([])
  expect(verified.strange.map(({ file }) => file)).toEqual([...strange, 'blobs/link'].sort())
  for (const file of strange) expect(readFileSync(join(root, file), 'utf8')).toBe('x')
})

test.each(['blobs', 'articles'] as const)(
  'what lies behind a link in %s is read and hashed as the rest is',
  async (top) => {
    const root = newFolder()
    const vault = await opened(root)
    const { record } = await keep(vault)
    const file = filesBelow(root).find((name) => name.startsWith(`${top}/`) && !name.endsWith('.json'))!
    const folder = file.split('/').slice(0, 2).join('/')
    const elsewhere = join(newFolder(), 'shard')
    renameSync(join(root, folder), elsewhere)
    symlinkSync(elsewhere, join(root, folder))
    expect((await vault.verify()).damaged).toEqual([])
    const bytes = readFileSync(join(root, file))
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(join(root, file), bytes)
    expect((await vault.verify()).damaged).toEqual([{ file, reason: 'its checksum does not hold' }])
    expect(record.blobs).not.toEqual([])
  },
)

test('what an unfinished write left is removed when it is ours and old, and named otherwise', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const [ours, theirs, fresh] = ['blobs/ab', 'articles/AB', ''].map((folder, n) =>
    join(folder, unfinishedName(n === 1 ? otherDevice : device, `${n}`)),
  )
  for (const file of [ours!, theirs!, fresh!]) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), 'half')
    if (file !== fresh) utimesSync(join(root, file), longAgo, longAgo)
  }
  const verified = await vault.verify()
  expect(verified.damaged).toEqual([])
  expect(verified.repaired.map(({ file }) => file)).toEqual([ours])
  expect(verified.strange.map(({ file }) => file)).toEqual([fresh, theirs].sort())
  expect(filesBelow(root).filter((file) => file.includes('.offprint-'))).toEqual([fresh, theirs].sort())
})

test('a version that no act mentions is named once it is old, and what it was saved with is safe', async () => {
  const root = newFolder()
  const vault = await opened(root)
  const { record, html } = sample()
  value(await vault.writeVersion({ record, html }))
  expect((await vault.verify()).strange).toEqual([])
  const path = `articles/${record.id.slice(-2)}/${record.id}/${record.version}.json`
  utimesSync(join(root, path), longAgo, longAgo)
  expect(await vault.verify()).toMatchObject({
    damaged: [],
    strange: [{ file: path, reason: 'no act says that it was saved' }],
  })
})

test("another device's unfinished line is no damage while it may still be copied", async () => {
  const root = newFolder()
  const vault = await opened(root)
  const path = `acts/${otherDevice}/2026-11.jsonl`
  mkdirSync(join(root, `acts/${otherDevice}`), { recursive: true })
  const line = encodeAct({ clock: '2026-11-22T12:00:00.000Z+0000', device: otherDevice, ...savedAct(sample()) })
  writeFileSync(join(root, path), line.subarray(0, 60))
  expect(await vault.verify()).toMatchObject({ damaged: [], strange: [{ file: path }] })
  utimesSync(join(root, path), longAgo, longAgo)
  expect(await vault.verify()).toMatchObject({ damaged: [{ file: path, reason: 'its last line is not finished' }] })
})

test('verify can be stopped, and says that it was', async () => {
  const vault = await opened(newFolder())
  for (let n = 0; n < 5; n += 1) await keep(vault)
  const stopping = new AbortController()
  const verified = await vault.verify({
    signal: stopping.signal,
    onProgress: (done) => {
      if (done === 3) stopping.abort()
    },
  })
  expect(verified.isFinished).toBe(false)
  expect(verified.files).toBeLessThan(10)
  expect(verified.damaged).toEqual([])
})

test('verify may run while articles are kept', async () => {
  const vault = await opened(newFolder())
  await keep(vault)
  let isDone = false
  const keeping = (async () => {
    for (let n = 0; n < 25; n += 1) await keep(vault)
    isDone = true
  })()
  while (!isDone) {
    const { damaged, strange } = await vault.verify()
    expect(damaged).toEqual([])
    expect(strange.filter(({ reason }) => !/not finished|did not come to its end/.test(reason))).toEqual([])
  }
  await keeping
})
