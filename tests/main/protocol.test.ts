import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))
const { pathBelow } = await import('../../main/protocol.ts')

let root: string
let folder: string
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'offprint-protocol-')))
  folder = join(root, 'app')
  mkdirSync(join(folder, 'sub'), { recursive: true })
  mkdirSync(join(root, 'app-sibling'))
  writeFileSync(join(folder, 'index.html'), 'in')
  writeFileSync(join(folder, 'sub', 'a b.js'), 'in')
  writeFileSync(join(root, 'secret'), 'out')
  writeFileSync(join(root, 'app-sibling', 'secret'), 'out')
  symlinkSync(join(root, 'secret'), join(folder, 'link'))
})
afterAll(() => rmSync(root, { recursive: true }))

it('finds the files of the app', async () => {
  expect(await pathBelow(folder, '/index.html')).toBe(join(folder, 'index.html'))
  expect(await pathBelow(folder, '/sub/a%20b.js')).toBe(join(folder, 'sub', 'a b.js'))
})

it.each([
  ['/'],
  ['/sub'],
  ['/../secret'],
  ['/%2e%2e/secret'],
  ['/..%2fsecret'],
  ['/sub/..%2f..%2fsecret'],
  ['/..\\secret'],
  ['/..%5csecret'],
  ['/../app-sibling/secret'],
  ['/..%2fapp-sibling%2fsecret'],
  ['/link'],
  ['/index.html%00'],
  ['/%'],
  ['/missing'],
  ['//etc/passwd'],
  ['/etc/passwd'],
])('gives nothing for %s', async (pathname) => {
  expect(await pathBelow(folder, pathname)).toBeUndefined()
})
