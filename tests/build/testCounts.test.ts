import { expect, test } from 'vitest'
import { countPlaywright, countVitest, sumOf } from '../../build/testCounts.ts'

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults: [] }

const passed = { fullName: 'a holds', status: 'passed', failureMessages: [] }

test('counts a test file that could not be loaded as one failed test, and says why', () => {
  const testResults = [
    { name: 'tests/a.test.ts', status: 'failed', message: 'Cannot find b.ts\nat c', assertionResults: [] },
    {
      name: 'tests/b.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        passed,
        { fullName: 'b holds', status: 'failed', failureMessages: ['\u001b[31mNo.\u001b[39m\nat d'] },
      ],
    },
    { name: 'tests/c.test.ts', status: 'passed', message: '', assertionResults: [passed] },
  ]

  expect(countVitest({ ...report, testResults })).toEqual({
    passed: 3,
    failed: 2,
    skipped: 0,
    shaky: 0,
    told: ['failed: tests/a.test.ts: Cannot find b.ts', 'failed: tests/b.test.ts › b holds: No.'],
  })
})

test('a unit test that passed only at the second try is counted and named', () => {
  const assertionResults = [{ ...passed, failureMessages: ['Too late.'] }]
  const testResults = [{ name: 'tests/a.test.ts', status: 'passed', message: '', assertionResults }]

  expect(countVitest({ ...report, numFailedTests: 0, testResults })).toMatchObject({
    failed: 0,
    shaky: 1,
    told: ['second try: tests/a.test.ts › a holds: Too late.'],
  })
})

test('counts an error outside any test as failed, and names those that failed or passed only at the second try', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
  const spec = (title: string, status: string) => ({
    title,
    file: 'a.test.ts',
    tests: [{ status, results: [{ error: { message: `${title} not.` } }, {}] }],
  })
  const suites = [{ specs: [], suites: [{ specs: [spec('it saves', 'unexpected'), spec('it reads', 'flaky')] }] }]

  expect(countPlaywright({ stats, errors: [{ message: 'No display.' }], suites })).toEqual({
    passed: 6,
    failed: 2,
    skipped: 2,
    shaky: 1,
    told: [
      'failed: outside any test: No display.',
      'failed: a.test.ts › it saves: it saves not.',
      'second try: a.test.ts › it reads: it reads not.',
    ],
  })
})

test('refuses a report it does not understand instead of counting nothing', () => {
  expect(() => countVitest({})).toThrow()
  expect(() => countPlaywright({ stats: {} })).toThrow()
})

test('adds up all runners', () => {
  const one = { passed: 1, failed: 2, skipped: 3, shaky: 1, told: ['a'] }

  expect(sumOf([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6, shaky: 2, told: ['a', 'a'] })
  expect(sumOf([])).toEqual({ passed: 0, failed: 0, skipped: 0, shaky: 0, told: [] })
})
