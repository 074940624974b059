// The folder of a library that was opened before is empty, or away. What the window asks then is in tests/main/libraryGone.test.ts.
import { mkdirSync, readdirSync, renameSync, rmdirSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { newPlaces, runCli } from './app.ts'

test('a command writes nothing where a library was, and finds it when it is back', async () => {
  const places = await newPlaces()
  const before = await runCli(['list'], places)
  expect(before.code, before.stderr).toBe(0)
  const away = `${places.vault}-away`
  renameSync(places.vault, away)
  mkdirSync(places.vault)
  const missing = await runCli(['list'], places)
  expect(missing.code).toBe(4)
  expect(missing.stderr).toContain('is not there. Nothing was written')
  expect(readdirSync(places.vault)).toEqual([])

  rmdirSync(places.vault)
  renameSync(away, places.vault)
  expect((await runCli(['list'], places)).stdout).toBe(before.stdout)
})
