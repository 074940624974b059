import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exclusively } from '../../build/exclusively.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('lets one work at a time', async () => {
  const events: string[] = []
  const work = (name: string) => async () => {
    events.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    events.push(`${name} ends`)
  }

  await Promise.all([exclusively('x', work('first'), folder), exclusively('x', work('second'), folder)])

  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
})

test('leaves no lock behind when the work fails', async () => {
  await expect(exclusively('x', () => Promise.reject(new Error('no')), folder)).rejects.toThrow('no')

  expect(readdirSync(folder)).toEqual([])
})

test('takes over the lock of a process that died', async () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  writeFileSync(join(folder, 'x.lock'), String(dead))

  expect(await exclusively('x', () => Promise.resolve('done'), folder)).toBe('done')
})
