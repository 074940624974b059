// One byte flipped in a file of each kind: `verify` names that file and ends with 4, and the app still starts.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { seed } from '../seed.ts'
import { startSite, type Site } from '../site.ts'
import { newPlaces, runCli, type Places } from './app.ts'
import { jsonLines } from './jsonLines.ts'
import { vaultFiles, type VaultFileKind } from './vaultFiles.ts'

let site: Site
let places: Places
const run = (...args: readonly string[]) => runCli(args, { ...places, allowPrivate: site.hosts() })

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  site = await startSite()
  places = await newPlaces()
  const ended = await run('save', site.url('a', '/news/tide-mill'))
  expect(ended.code, ended.stderr).toBe(0)
})
test.afterAll(() => site.close())

test('a vault as it was written is found whole', async () => {
  const ended = await run('verify', '--json')
  expect(ended.code, ended.stderr).toBe(0)
  expect(jsonLines(ended)).toEqual([{ files: expect.any(Number), damaged: 0 }])
})

for (const kind of ['record', 'html', 'page', 'blob', 'acts', 'mark'] as const satisfies readonly VaultFileKind[]) {
  test(`verify names a ${kind} file in which one byte was flipped (seed ${seed})`, async () => {
    const file = vaultFiles(places.vault)
      .filter((entry) => entry.kind === kind)
      .at(-1)
    expect(file, `the vault holds a ${kind} file`).toBeDefined()
    const path = join(places.vault, file!.path)
    const whole = readFileSync(path)
    const damaged = Buffer.from(whole)
    const at = (seed * 7919) % whole.length
    damaged[at] = damaged[at]! ^ (1 << (seed % 8))
    writeFileSync(path, damaged)
    try {
      const ended = await run('verify', '--json')
      expect(ended.code, `${file!.path} at ${at}\n${ended.stderr}`).toBe(4)
      expect(ended.stdout, `${file!.path} at ${at}`).toContain(file!.path)
      const listed = await run('list', '--json')
      expect(listed.code, `${file!.path} at ${at}\n${listed.stderr}`).toBe(kind === 'mark' ? listed.code : 0)
    } finally {
      writeFileSync(path, whole)
    }
  })
}
