import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { handOver } from '../../build/handOver.ts'
import { repository } from '../../build/repository.ts'

const isRoot = process.getuid?.() === 0
const user = { name: 'nobody', uid: 65534, gid: 65534, home: '/nonexistent' }
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-handover-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('does nothing when the app runs as whoever starts it', async () => {
  await handOver('vault', undefined, folder)

  expect(existsSync(join(folder, 'vault'))).toBe(false)
})

test
  .runIf(process.platform === 'linux')
  .each(['/', '/tmp', '/etc', '/root', '/usr/share', repository, join(repository, '..')])(
  'refuses to give away %s',
  async (path) => {
    const before = statSync(path).uid

    await expect(handOver(path, user, folder)).rejects.toThrow(/Name a folder|another folder|cannot write/)
    expect(statSync(path).uid).toBe(before)
  },
)

describe.runIf(isRoot)('as root', () => {
  const ownerOf = (...parts: readonly string[]) => lstatSync(join(folder, ...parts)).uid

  test('makes the folder that was named, relative to where the person is, and gives it to the user', async () => {
    await handOver('new/vault', user, folder)

    expect(ownerOf('new', 'vault')).toBe(user.uid)
    expect(ownerOf('new')).toBe(0)
  })

  test('gives what lies in it too, and never follows a link out of it', async () => {
    mkdirSync(join(folder, 'vault', 'acts'), { recursive: true })
    mkdirSync(join(folder, 'elsewhere'))
    writeFileSync(join(folder, 'vault', 'acts', 'one.jsonl'), '')
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'vault', 'link'))

    await handOver(join(folder, 'vault'), user, '/')

    expect(ownerOf('vault', 'acts', 'one.jsonl')).toBe(user.uid)
    expect(ownerOf('vault', 'link')).toBe(user.uid)
    expect(ownerOf('elsewhere')).toBe(0)
  })

  test('gives back what root has put into a vault that was given away before', async () => {
    await handOver('vault', user, folder)
    mkdirSync(join(folder, 'vault', 'blobs'))

    await handOver('vault', user, folder)

    expect(ownerOf('vault', 'blobs')).toBe(user.uid)
  })

  test('lets the user pass through a folder above that only root may enter, and no more', async () => {
    chmodSync(folder, 0o700)
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)

    await handOver('vault', user, folder)

    expect(said).toHaveBeenCalledWith(expect.stringContaining(`${folder} is closed to the app's user nobody`))
    said.mockRestore()

    const { uid, gid, mode } = statSync(folder)
    expect([uid, gid, mode & 0o777]).toEqual([0, user.gid, 0o710])
  })

  test('refuses a folder of another person', async () => {
    mkdirSync(join(folder, 'hers'))
    chownSync(join(folder, 'hers'), 1234, 1234)

    await expect(handOver('hers', user, folder)).rejects.toThrow(/belongs to another user/)
    expect(ownerOf('hers')).toBe(1234)
  })
})
