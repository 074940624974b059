import { expect, test } from 'vitest'
import { countPlaywright, countVitest, sumOf } from '../../build/testCounts.ts'

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] }

test('counts a test file that could not be loaded as one failed test', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'passed', assertionResults: [{}] },
  ]

  expect(countVitest({ ...report, testResults })).toEqual({ passed: 3, failed: 2, skipped: 0, shaky: 0 })
})

test('counts an error outside any test as failed, and names those that passed only at the second try', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }

  expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 2, skipped: 2, shaky: 1 })
})

test('refuses a report it does not understand instead of counting nothing', () => {
  expect(() => countVitest({})).toThrow()
  expect(() => countPlaywright({ stats: {} })).toThrow()
})

test('adds up all runners', () => {
  const one = { passed: 1, failed: 2, skipped: 3, shaky: 1 }

  expect(sumOf([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6, shaky: 2 })
  expect(sumOf([])).toEqual({ passed: 0, failed: 0, skipped: 0, shaky: 0 })
})
