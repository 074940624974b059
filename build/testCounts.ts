// How many tests passed and failed, from the reports that the two test runners write.
import { z } from 'zod'

export type TestCounts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Of those that passed: how many only at the second try. */
  readonly shaky: number
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** A file that could not even be loaded counts as one failed test. */
export function countVitest(report: unknown): TestCounts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = vitestReport.parse(report)
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
    shaky: 0,
  }
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** An error outside any test counts as one failed test. */
export function countPlaywright(report: unknown): TestCounts {
  const { stats, errors } = playwrightReport.parse(report)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    shaky: stats.flaky,
  }
}

export function sumOf(counts: readonly TestCounts[]): TestCounts {
  const total = (pick: (count: TestCounts) => number) => counts.reduce((sum, count) => sum + pick(count), 0)
  return {
    passed: total((c) => c.passed),
    failed: total((c) => c.failed),
    skipped: total((c) => c.skipped),
    shaky: total((c) => c.shaky),
  }
}
