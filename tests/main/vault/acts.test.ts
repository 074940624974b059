import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Act } from '../../../preload/act.ts'
import { encodeAct } from '../../../main/vault/actLine.ts'
import { newUlid } from '../../../main/vault/ulid.ts'
import type { Vault } from '../../../main/vault/vault.ts'
import { failingDisk, watchedDisk } from './doubles.ts'
import { isSoak, seed } from '../../seed.ts'
import { randomFrom } from '../../random.ts'
import { stampOf } from '../../../renderer/library/fold.ts'
import { allActs, device, failureCode, newFolder, opened, otherDevice, tagged, value } from './sample.ts'
import { until } from '../../until.ts'

const november = () => Date.UTC(2026, 10, 22, 12)
const ownFile = (root: string) => join(root, 'acts', device, '2026-11.jsonl')
const article = newUlid()

async function tag(vault: Vault, ...tags: string[]): Promise<Act[]> {
  return value(await vault.append(tags.map((one) => tagged(article, one))))
}
/** Stamps are of fixed width. */
const inOrder = (acts: readonly Act[]) => [...acts].sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
const tagsOf = (acts: readonly Act[]) => acts.map((act) => ('tag' in act ? act.tag : act.act))

test('acts come back in the order they were done, with clock and device, and the cursor goes on from there', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  const first = await tag(vault, 'a', 'b')
  expect(first).toEqual([
    { clock: '2026-11-22T12:00:00.000Z+0000', device, act: 'tagged', article, tag: 'a' },
    { clock: '2026-11-22T12:00:00.000Z+0001', device, act: 'tagged', article, tag: 'b' },
  ])
  const read = await vault.readActs({}, 100)
  expect(read).toEqual({
    acts: first,
    cursor: { [`${device}/2026-11.jsonl`]: readFileSync(ownFile(root)).length },
    more: false,
  })
  expect(await vault.readActs(read.cursor, 100)).toEqual({ ...read, acts: [] })
  const second = await tag(vault, 'c')
  expect((await vault.readActs(read.cursor, 100)).acts).toEqual(second)
})

test('a line is JSON with its keys in one order and the checksum last', async () => {
  const root = newFolder()
  await tag(await opened(root, { now: november }), 'x"y')
  const text = readFileSync(ownFile(root), 'utf8')
  expect(text).toMatch(
    /^\{"clock":"2026-11-22T12:00:00\.000Z\+0000","device":"thisdevice","act":"tagged","article":"\w{26}","tag":"x\\"y","sum":"[0-9a-f]{16}"\}\n$/,
  )
})

test('a limit gives the acts in parts that miss none and repeat none', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, ...'abcdefghij')
  const other = await opened(root, { device: otherDevice, now: () => Date.UTC(2026, 9, 1) })
  await tag(other, ...'klmno')
  const all: Act[] = []
  let cursor = {}
  for (let more = true; more;) {
    const part = await vault.readActs(cursor, 4)
    expect(part.acts.length).toBeLessThanOrEqual(4)
    all.push(...part.acts)
    cursor = part.cursor
    more = part.more
  }
  expect(tagsOf(all).sort().join('')).toBe('abcdefghijklmno')
})

test('older months are read first', async () => {
  const root = newFolder()
  let now = Date.UTC(2026, 9, 31, 23, 59)
  const vault = await opened(root, { now: () => now })
  await tag(vault, 'october')
  now = Date.UTC(2026, 10, 1)
  await tag(vault, 'november')
  expect(tagsOf(await allActs(vault))).toEqual(['october', 'november'])
  expect(Object.keys((await vault.readActs({}, 9)).cursor)).toEqual([
    `${device}/2026-10.jsonl`,
    `${device}/2026-11.jsonl`,
  ])
})

test('an act comes after every act that was in the vault when it was opened, by whichever device', async () => {
  const root = newFolder()
  const ahead = await opened(root, { device: otherDevice, now: () => Date.UTC(2031, 0, 1) })
  const [theirs] = await tag(ahead, 'theirs')
  const vault = await opened(root, { now: november })
  const [ours] = await tag(vault, 'ours')
  expect(stampOf(theirs!) < stampOf(ours!)).toBe(true)
})

test('an act comes after every act the reader has seen meanwhile', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, 'before')
  const ahead = await opened(root, { device: otherDevice, now: () => Date.UTC(2031, 0, 1) })
  const [theirs] = await tag(ahead, 'theirs')
  await allActs(vault)
  const [ours] = await tag(vault, 'ours')
  expect(stampOf(theirs!) < stampOf(ours!)).toBe(true)
})

test('G9: after a restart with the wall clock ten years back, acts still go on in order', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  const before = await tag(vault, 'a')
  await vault.close()
  const again = await opened(root, { now: () => Date.UTC(2016, 10, 22) })
  const after = await tag(again, 'b')
  expect(stampOf(before[0]!) < stampOf(after[0]!)).toBe(true)
  expect(tagsOf(await allActs(again))).toEqual(['a', 'b'])
})

test('acts that arrive together share a sync, and none is acknowledged before one that covers it', async () => {
  const log: string[] = []
  const disk = watchedDisk((step, path) => {
    if (path.endsWith('.jsonl')) log.push(step)
  })
  const vault = await opened(newFolder(), { disk })
  await tag(vault, 'first')
  log.length = 0
  await Promise.all(Array.from({ length: 500 }, (_, n) => tag(vault, `t${n}`).then(() => log.push('acknowledged'))))
  const syncs = log.filter((step) => step === 'sync').length
  expect(syncs).toBeLessThanOrEqual(3)
  expect(log.indexOf('acknowledged')).toBeGreaterThan(log.indexOf('sync'))
  expect(tagsOf(await allActs(vault))).toHaveLength(501)
})

test('each acknowledged group had its own sync between its write and its answer', async () => {
  const log: string[] = []
  const disk = watchedDisk((step, path) => void (path.endsWith('.jsonl') && log.push(step)))
  const vault = await opened(newFolder(), { disk })
  for (const one of 'abc') {
    await tag(vault, one)
    log.push('acknowledged')
  }
  const steps = log.filter((step) => ['write', 'sync', 'acknowledged'].includes(step))
  expect(steps.slice(-6)).toEqual(['write', 'sync', 'acknowledged', 'write', 'sync', 'acknowledged'])
})

test('what is written but not yet durable is not read', async () => {
  const gate: { opens?: Promise<void> } = {}
  const disk = watchedDisk(async (step, path) => {
    if (step === 'sync' && path.endsWith('.jsonl')) await gate.opens
  })
  const root = newFolder()
  const vault = await opened(root, { disk, now: november })
  await tag(vault, 'a')
  let letGo: () => void = () => undefined
  gate.opens = new Promise((resolve) => (letGo = resolve))
  const sizeBefore = readFileSync(ownFile(root)).length
  const pending = tag(vault, 'b')
  await until(() => expect(readFileSync(ownFile(root)).length).toBeGreaterThan(sizeBefore))
  expect(tagsOf(await allActs(vault))).toEqual(['a'])
  letGo()
  await pending
  expect(tagsOf(await allActs(vault))).toEqual(['a', 'b'])
})

test('a sync that fails takes the acts of all who wait for it back, and the next ones are kept', async () => {
  const root = newFolder()
  const failing = failingDisk('EIO')
  const vault = await opened(root, { disk: failing.disk, now: november })
  await tag(vault, 'a')
  const whole = readFileSync(ownFile(root))
  failing.failFrom(1) // the write goes through, the sync does not
  const both = await Promise.all([vault.append([tagged(article, 'b')]), vault.append([tagged(article, 'c')])])
  expect(both).toMatchObject([
    { ok: false, failure: { code: 'cannot-write', reason: 'the disk reports an error' } },
    { ok: false, failure: { code: 'cannot-write' } },
  ])
  failing.heal()
  await tag(vault, 'd')
  expect(readFileSync(ownFile(root)).subarray(0, whole.length)).toEqual(whole)
  const tags = tagsOf(await allActs(vault))
  expect(tags.filter((one) => one === 'a' || one === 'd')).toEqual(['a', 'd'])
  expect((await vault.verify()).damaged).toEqual([])
})

test('a torn tail of any length is cut, and what was acknowledged before it stands', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, 'a', 'ünïcode')
  const whole = readFileSync(ownFile(root))
  await tag(vault, 'torn')
  const all = readFileSync(ownFile(root))
  await vault.close()
  for (let size = whole.length; size <= all.length; size += 1) {
    writeFileSync(ownFile(root), all.subarray(0, size))
    const again = await opened(root, { now: november })
    const isLineThere = size >= all.length - 1
    expect(tagsOf(await allActs(again)), `${size}`).toEqual(isLineThere ? ['a', 'ünïcode', 'torn'] : ['a', 'ünïcode'])
    expect(readFileSync(ownFile(root)), `${size}`).toEqual(isLineThere ? all : whole)
    const { damaged, repaired } = await again.verify()
    expect(damaged).toEqual([])
    expect(repaired).toHaveLength(size === whole.length || isLineThere ? 0 : 1)
    await again.close()
  }
})

test('zeros that a power cut left at the end are cut with the line they stand in', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, 'a')
  await vault.close()
  const whole = readFileSync(ownFile(root))
  appendFileSync(
    ownFile(root),
    Buffer.concat([Buffer.from('{"clock":"2026'), Buffer.alloc(4096), Buffer.from('ound"}\n{"cl')]),
  )
  const again = await opened(root, { now: november })
  expect(readFileSync(ownFile(root))).toEqual(whole)
  await tag(again, 'b')
  expect(tagsOf(await allActs(again))).toEqual(['a', 'b'])
})

test('a whole line that is damaged is passed over, never cut: verify names it', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, 'a', 'b', 'c')
  await vault.close()
  const text = readFileSync(ownFile(root), 'utf8')
  for (const [wanted, line] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ] as const) {
    writeFileSync(ownFile(root), text.replace(`"tag":"${wanted}"`, '"tag":"X"'))
    const again = await opened(root, { now: november })
    await tag(again, 'd')
    expect(tagsOf(await allActs(again))).toEqual(['a', 'b', 'c', 'd'].filter((one) => one !== wanted))
    expect((await again.verify()).damaged).toEqual([
      { file: `acts/${device}/2026-11.jsonl`, reason: `line ${line} is damaged; the other lines are safe` },
    ])
    await again.close()
  }
})

test('a lost newline costs no act', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, 'a', 'b', 'c')
  await vault.close()
  const whole = readFileSync(ownFile(root))
  for (let at = whole.indexOf(10); at !== -1; at = whole.indexOf(10, at + 1)) {
    const damaged = Buffer.from(whole)
    damaged[at] = 0x4a
    writeFileSync(ownFile(root), damaged)
    const again = await opened(root, { now: november })
    await tag(again, 'd')
    expect(tagsOf(await allActs(again)), `newline at ${at}`).toEqual(['a', 'b', 'c', 'd'])
    expect((await again.verify()).damaged).toHaveLength(1)
    await again.close()
  }
})

test('a line of another device that is still being copied is left alone and read later', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  const path = join(root, 'acts', otherDevice, '2026-11.jsonl')
  mkdirSync(join(root, 'acts', otherDevice), { recursive: true })
  const lines = ['x', 'y'].map((one, n) =>
    encodeAct({ clock: `2026-11-22T12:00:00.000Z+000${n}`, device: otherDevice, act: 'tagged', article, tag: one }),
  )
  const whole = Buffer.concat(lines)
  let cursor = {}
  const seen: Act[] = []
  for (let size = 1; size <= whole.length; size += 1) {
    writeFileSync(path, whole.subarray(0, size))
    const read = await vault.readActs(cursor, 100)
    expect(read.more).toBe(false)
    seen.push(...read.acts)
    cursor = read.cursor
    expect(readFileSync(path).length).toBe(size)
  }
  expect(tagsOf(seen)).toEqual(['x', 'y'])
})

test('a file that became shorter than the cursor is read anew, and verify names it', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  const other = await opened(root, { device: otherDevice, now: november })
  await tag(other, 'x', 'y')
  const { cursor } = await vault.readActs({}, 100)
  const path = `acts/${otherDevice}/2026-11.jsonl`
  const text = readFileSync(join(root, path), 'utf8')
  truncateSync(join(root, path), text.indexOf('\n') + 1)
  const read = await vault.readActs(cursor, 100)
  expect(tagsOf(read.acts)).toEqual(['x'])
  expect((await vault.verify()).damaged).toEqual([
    { file: path, reason: expect.stringContaining('shorter than when it was last read') },
  ])

  rmSync(join(root, path))
  expect((await vault.readActs(read.cursor, 100)).acts).toEqual([])
  expect((await vault.verify()).damaged.map(({ file }) => file)).toEqual([path])
})

test('a drive that is away for a moment does not cost a reading from the beginning', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  const other = await opened(root, { device: otherDevice, now: november })
  await tag(other, 'x')
  const { cursor } = await vault.readActs({}, 100)
  renameSync(join(root, 'acts'), join(root, 'away'))
  expect(await vault.readActs(cursor, 100)).toEqual({ acts: [], cursor, more: false })
  renameSync(join(root, 'away'), join(root, 'acts'))
  await tag(other, 'y')
  expect(tagsOf((await vault.readActs(cursor, 100)).acts)).toEqual(['y'])
  expect((await vault.verify()).damaged).toEqual([])
})

test('acts of kinds that this release does not know stay in the file and hinder nothing', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, 'a')
  await vault.close()
  const strange = { clock: '2026-11-23T12:00:00.000Z+0000', device, act: 'sung', article, song: 'x' } as unknown as Act // of a later release
  appendFileSync(ownFile(root), encodeAct(strange))
  const before = readFileSync(ownFile(root))
  const again = await opened(root, { now: november })
  const [next] = await tag(again, 'b')
  expect(next!.clock > strange.clock).toBe(true)
  expect(tagsOf(await allActs(again))).toEqual(['a', 'b'])
  expect(readFileSync(ownFile(root)).subarray(0, before.length)).toEqual(before)
  expect((await again.verify()).damaged).toEqual([])
})

test('a file that a sync program put in place of ours is the one that is written to', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  await tag(vault, 'a')
  const copy = `${ownFile(root)}.copy`
  writeFileSync(copy, readFileSync(ownFile(root)))
  renameSync(copy, ownFile(root))
  await tag(vault, 'b')
  rmSync(ownFile(root))
  await tag(vault, 'c')
  expect(tagsOf(await allActs(vault))).toEqual(['c'])
})

test('a file that is replaced in the middle of a write still gets the act', async () => {
  const root = newFolder()
  let isDue = false
  const disk = watchedDisk((step, path) => {
    if (!isDue || step !== 'sync' || path !== ownFile(root)) return
    isDue = false
    writeFileSync(`${path}.copy`, earlier)
    renameSync(`${path}.copy`, path)
  })
  const vault = await opened(root, { disk, now: november })
  await tag(vault, 'a')
  const earlier = readFileSync(ownFile(root))
  isDue = true
  await tag(vault, 'b')
  expect(tagsOf(await allActs(vault))).toEqual(['a', 'b'])
})

test('a note as long as notes may be is read in one piece, whatever else is in the file', async () => {
  const root = newFolder()
  const vault = await opened(root, { now: november })
  const note = '\u0001é'.repeat(500_000)
  await tag(vault, 'a')
  value(await vault.append([{ act: 'noted', article, note }]))
  await tag(vault, 'b')
  const acts = await allActs(vault)
  expect(acts.map((act) => act.act)).toEqual(['tagged', 'noted', 'tagged'])
  expect(acts[1]).toMatchObject({ note })
})

test(`whoever reads in whatever parts, sees the same acts (seed ${seed})`, async () => {
  const random = randomFrom(seed)
  const root = newFolder()
  let wall = november()
  const devices = await Promise.all(
    ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc'].map((one) => opened(root, { device: one, now: () => wall })),
  )
  const cursors = devices.map(() => ({}))
  const seen = devices.map((): Act[] => [])
  const written: Act[] = []
  for (let n = 0; n < (isSoak ? 300 : 60); n += 1) {
    wall += random.below(20 * 86_400_000) - 86_400_000
    const who = random.below(devices.length)
    written.push(...(await tag(devices[who]!, ...Array.from({ length: 1 + random.below(3) }, (_, k) => `t${n}.${k}`))))
    const reader = random.below(devices.length)
    const read = await devices[reader]!.readActs(cursors[reader]!, 1 + random.below(20))
    cursors[reader] = read.cursor
    seen[reader]!.push(...read.acts)
  }
  for (const [at, vault] of devices.entries()) {
    for (let more = true; more;) {
      const read = await vault.readActs(cursors[at]!, 1 + random.below(20))
      cursors[at] = read.cursor
      seen[at]!.push(...read.acts)
      more = read.more
    }
    expect(inOrder(seen[at]!)).toEqual(inOrder(written))
  }
})

test('nothing is asked of a vault that is closed', async () => {
  const vault = await opened(newFolder())
  const last = vault.append([tagged(article, 'last')])
  await vault.close()
  value(await last)
  await expect(vault.append([tagged(article, 'later')])).rejects.toThrow('closed')
  expect(failureCode(await vault.readBlob('x'))).toBe('unknown-id')
})

test('what a sync program has put aside as a copy of its own is read with the rest, and nothing is written to it', async () => {
  const root = newFolder()
  const folder = join(root, 'acts', device)
  const names = [
    '2026-11 (conflicted copy 2026-11-28).jsonl',
    '2026-11.sync-conflict-20261128-101500-ABCDEFG.jsonl',
    '2026-11-LAPTOP.jsonl',
    '2026-11 2.jsonl',
  ]
  const now = () => Date.parse('2026-11-20T12:00:00Z')
  for (const [index, name] of names.entries()) {
    const vault = await opened(root, { now: () => now() + index })
    value(await vault.append([tagged(newUlid(), name)]))
    await vault.close()
    renameSync(join(folder, '2026-11.jsonl'), join(folder, name))
  }
  const before = names.map((name) => readFileSync(join(folder, name), 'utf8'))
  const vault = await opened(root, { now })
  const [last] = value(await vault.append([tagged(newUlid(), 'last')]))
  const read = await allActs(vault)
  expect(read.map((act) => 'tag' in act && act.tag).sort()).toEqual([...names, 'last'].sort())
  expect(read.every((act) => act.clock <= last!.clock)).toBe(true)
  expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before)
  const verified = await vault.verify()
  expect(verified.damaged).toEqual([])
  expect(verified.strange.map(({ file }) => file).sort()).toEqual(names.map((name) => `acts/${device}/${name}`).sort())
  expect(verified.strange[0]?.reason).toBe('a sync program has put it aside; the acts in it were read')
})
