import { mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changesOf } from '../../build/changesOf.ts'
import { until } from '../until.ts'

let folder: string

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'offprint-changes-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test('what changes while nobody looks, as during a build, is told at the next look', async () => {
  const seen: (string | null)[] = []
  const changes = changesOf([folder])
  const other = watch(folder, (_event, name) => seen.push(name))
  try {
    writeFileSync(join(folder, 'main.ts'), 'one')
    await until(() => expect(seen).toContain('main.ts'))
    await changes.next()
  } finally {
    other.close()
    changes.stop()
  }
})
