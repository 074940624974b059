// The lock of Windows, as far as it can be tried elsewhere: there its pipe is a socket in the folder one is in, and a name that was left is one nobody answers at.
import { existsSync, linkSync, mkdirSync, realpathSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newFolder } from './sample.ts'

const { platform } = process
const before = process.cwd()
beforeEach(() => {
  process.chdir(newFolder())
  Object.defineProperty(process, 'platform', { value: 'win32' })
  vi.resetModules()
})
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform })
  vi.resetModules()
  process.chdir(before)
})

test('a vault whose holder lets go in the very moment it is asked for is taken at once', async () => {
  const root = newFolder()
  const mark = createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 16)
  const pipe = `\\\\.\\pipe\\offprint-${mark}`
  await leave(pipe)
  const { takeVaultLock } = await import('../../../main/vault/lock.ts')
  const lock = await takeVaultLock({ root, onConnection: () => undefined })
  expect(lock).toMatchObject({ ok: true })
  if (lock.ok) await lock.value.release()
})

/** A name at which somebody listened and does not any more. */
async function leave(path: string) {
  mkdirSync('beside')
  const other = join('beside', 'it')
  const server = createServer()
  server.listen({ path: other })
  await once(server, 'listening')
  linkSync(other, path)
  server.close()
  await once(server, 'close')
  expect(existsSync(path)).toBe(true)
}
