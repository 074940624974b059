import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { encodeAct, decodeLine, salvage } from '../../../main/vault/actLine.ts'
import { seal, unseal } from '../../../main/vault/sealed.ts'
import { device, newFolder, sample, savedAct } from './sample.ts'

const record = { format: 1, title: 'Fährten — “quoted” \u2028 \ud800', list: [{ a: [] }], empty: {} }

test('what was sealed comes back, one key a line and the checksum last', () => {
  const bytes = seal(record)
  expect(unseal(bytes)).toEqual({ ok: true, value: record })
  expect(bytes.toString().trimEnd().split('\n').at(-2)).toMatch(/^ {2}"checksum": "[0-9a-f]{64}"$/)
  expect(Object.keys(JSON.parse(bytes.toString()) as object).at(-1)).toBe('checksum')
})

test('every flipped bit, every cut and everything added breaks the seal', () => {
  const bytes = seal(record)
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const damaged = Buffer.from(bytes)
    damaged[bit >> 3] = damaged[bit >> 3]! ^ (1 << (bit & 7))
    if (unseal(damaged).ok) throw new Error(`bit ${bit} was not noticed`)
  }
  for (let size = 0; size < bytes.length; size += 1) expect(unseal(bytes.subarray(0, size)).ok).toBe(false)
  expect(unseal(Buffer.concat([bytes, Buffer.from('\n')])).ok).toBe(false)
  expect(unseal(Buffer.concat([Buffer.from(' '), bytes])).ok).toBe(false)
})

test('a person can check a record by hand, as the text in the vault says', () => {
  const path = join(newFolder(), 'record.json')
  writeFileSync(path, seal(record))
  const sum = execFileSync('sh', ['-c', `head -c -85 '${path}' | sha256sum`])
    .toString()
    .slice(0, 64)
  expect((JSON.parse(seal(record).toString()) as { checksum: string }).checksum).toBe(sum)
})

test('every flipped bit and every cut of a line of acts is noticed', () => {
  const act = { clock: '2026-11-22T12:00:00.000Z+0000', device, ...savedAct(sample('Ä')) }
  const line = encodeAct(act).subarray(0, -1)
  expect(decodeLine(line)).toEqual({ kind: 'act', act, clock: act.clock })
  for (let bit = 0; bit < line.length * 8; bit += 1) {
    const damaged = Buffer.from(line)
    damaged[bit >> 3] = damaged[bit >> 3]! ^ (1 << (bit & 7))
    if (decodeLine(damaged).kind !== 'damaged') throw new Error(`bit ${bit} was not noticed`)
    expect(salvage(damaged)).toEqual([])
  }
  for (let size = 0; size < line.length; size += 1) expect(decodeLine(line.subarray(0, size)).kind).toBe('damaged')
})

test('a quote that looks like an act is not taken for one', () => {
  const inner = encodeAct({ clock: '2026-11-22T12:00:00.000Z+0000', device, ...savedAct(sample()) })
    .toString()
    .trim()
  const outer = encodeAct({
    clock: '2026-11-22T12:00:00.000Z+0001',
    device,
    act: 'noted',
    article: sample().record.id,
    note: inner,
  })
  outer[20] = outer[20]! ^ 1
  expect(salvage(outer)).toEqual([])
})
