// The database of the list cannot be opened, nor made anew: its folder is no folder, as after a disk that failed. The vault is as it was.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { launchApp, newPlaces, runCli, type Places } from './app.ts'

async function unopened(): Promise<Places> {
  const places = await newPlaces()
  const before = await runCli(['list'], places)
  expect(before.code, before.stderr).toBe(0)
  const partitions = join(places.profile, 'Partitions')
  const [own] = readdirSync(partitions).filter((name) => name.startsWith('library-'))
  const databases = join(partitions, own ?? '', 'IndexedDB')
  rmSync(databases, { recursive: true })
  writeFileSync(databases, 'no folder')
  return places
}

test('a command says that the list cannot be opened, and does not wait for it for ever', async () => {
  const { code, stderr } = await runCli(['list'], await unopened())
  expect(code, stderr).toBe(4)
  expect(stderr).toContain('Your articles are safe in their files')
})

test('the window says that the list cannot be opened, and that the articles are safe', async () => {
  const app = await launchApp(await unopened())
  await expect(app.window.getByText('Your articles are safe in their files')).toBeVisible()
  await app.close()
})
