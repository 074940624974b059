// The tests of the real app. One at a time: they share a display, and the machine's cores are needed for the captures.
import { defineConfig } from 'playwright/test'
import { inRepository } from './repository.ts'

export default defineConfig({
  testDir: inRepository('tests', 'e2e'),
  testMatch: '*.test.ts',
  outputDir: inRepository('test-results'),
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: 'line',
  timeout: 60_000,
})
