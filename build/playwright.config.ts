// The tests of the real app, file by file, each on the display of its worker.
import { defineConfig } from 'playwright/test'
import { takeDisplayOfWorker, workers } from './displaysOfTests.ts'
import { inRepository } from './repository.ts'

// One for the whole run: the titles of random tests name it, and every worker must come to the same titles.
process.env['OFFPRINT_SEED'] ??= String(Date.now() % 1_000_000)
takeDisplayOfWorker()

export default defineConfig({
  testDir: inRepository('tests', 'e2e'),
  testMatch: '*.test.ts',
  outputDir: inRepository('test-results'),
  workers,
  retries: 1, // a machine shared with others may stall; `npm test` says how many needed it
  forbidOnly: true,
  reporter: 'line',
  timeout: 120_000,
  expect: { timeout: 30_000 },
})
