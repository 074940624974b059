import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { log } from '../../main/log.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-log-'))
  file = join(folder, 'offprint.log')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('keeps the app from nothing where the log before it cannot be put aside', () => {
  writeFileSync(file, 'x'.repeat(1_100_000))
  mkdirSync(join(folder, 'offprint.log.1', 'inside'), { recursive: true })
  log.open(folder)
  log.info('it has begun')
  expect(readFileSync(file, 'utf8')).toContain('it has begun')
})

it('stays small however long the app runs', () => {
  log.open(folder)
  for (let n = 0; n < 1_300; n += 1) log.info('y'.repeat(2_000))
  for (const path of [file, `${file}.1`]) expect(statSync(path).size).toBeLessThan(1_010_000)
})
