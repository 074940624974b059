// The tests of the real app: as many files at once as there are displays for them, for the keyboard of a display belongs to one window.
import { defineConfig } from 'playwright/test'
import { inRepository } from './repository.ts'

// One for the whole run: the titles of random tests name it, and every worker must come to the same titles.
process.env['OFFPRINT_SEED'] ??= String(Date.now() % 1_000_000)

// What `build/test.ts` has started, one for each worker.
const displays = JSON.parse(process.env['OFFPRINT_DISPLAYS'] ?? '[]') as readonly Readonly<Record<string, string>>[]
Object.assign(process.env, displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)])

export default defineConfig({
  testDir: inRepository('tests', 'e2e'),
  testMatch: '*.test.ts',
  outputDir: inRepository('test-results'),
  workers: Math.max(1, displays.length),
  retries: 1, // a machine shared with others may stall; `npm test` says how many needed it
  forbidOnly: true,
  reporter: 'line',
  timeout: 120_000,
  expect: { timeout: 30_000 },
})
