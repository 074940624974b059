import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { bytesOfFile } from '../../main/bytesOfFile.ts'
import { until } from '../until.ts'

const folder = mkdtempSync(join(tmpdir(), 'offprint-bytes-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(sizeBytes: number) {
  const path = join(folder, `${sizeBytes}`)
  const bytes = randomBytes(sizeBytes)
  writeFileSync(path, bytes)
  return { path, bytes }
}

/** Linux says which files this process holds open; elsewhere there is no telling. */
const isOpen = (path: string) =>
  process.platform === 'linux' &&
  readdirSync('/proc/self/fd').some((fd) => {
    try {
      return readlinkSync(join('/proc/self/fd', fd)) === path
    } catch {
      return false // the listing itself
    }
  })

it.each([0, 1, 1 << 17, 400_000])('gives all %s bytes of a file, and closes it', async (sizeBytes) => {
  const { path, bytes } = fileOf(sizeBytes)
  const read = Buffer.from(await new Response(bytesOfFile(path)).arrayBuffer())
  expect(read.equals(bytes)).toBe(true)
  expect(isOpen(path)).toBe(false)
})

it('closes the file of a stream that is left: before it is read, in between, and when all is read but not taken', async () => {
  const { path } = fileOf(500_000)
  for (const chunks of [0, 1, 2, 4]) {
    const reader = bytesOfFile(path).getReader()
    for (let n = 0; n < chunks; n++) await reader.read()
    await reader.cancel()
    await until(() => expect(isOpen(path)).toBe(false))
  }
})

it('fails to whoever reads a file that is gone', async () => {
  await expect(new Response(bytesOfFile(join(folder, 'gone'))).arrayBuffer()).rejects.toThrow()
})
