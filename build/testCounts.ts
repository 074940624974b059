// How many tests passed and failed, and which, from the reports that the two test runners write.
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

export type TestCounts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Of those that passed: how many only at the second try. */
  readonly shaky: number
  /** A line for each that failed or passed only at the second try: what it is, and the first line of what it said. */
  readonly told: readonly string[]
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

/** A file that could not even be loaded counts as one failed test. */
export function countVitest(report: unknown): TestCounts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = vitestReport.parse(report)
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  // What passed and has something to say failed at its first try.
  const tests = testResults.flatMap(({ name, assertionResults }) => assertionResults.map((one) => ({ ...one, name })))
  const troubled = tests.filter(({ failureMessages }) => failureMessages.length > 0)
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
    shaky: troubled.filter(({ status }) => status === 'passed').length,
    told: [
      ...unloaded.map(({ name, message }) => toldOf(false, name, message)),
      ...troubled.map(({ name, fullName, status, failureMessages }) =>
        toldOf(status === 'passed', `${name} › ${fullName}`, failureMessages[0] ?? ''),
      ),
    ],
  }
}

const playwrightError = z.object({ message: z.string().default('') })
const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({ status: z.string(), results: z.array(z.object({ error: playwrightError.optional() })).default([]) }),
  ),
})
type PlaywrightSuite = {
  readonly specs: readonly z.infer<typeof playwrightSpec>[]
  readonly suites: readonly PlaywrightSuite[]
}
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(playwrightSpec).default([]),
  get suites() {
    return z.array(playwrightSuite).default([])
  },
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(playwrightError),
  suites: z.array(playwrightSuite).default([]),
})

/** An error outside any test counts as one failed test. */
export function countPlaywright(report: unknown): TestCounts {
  const { stats, errors, suites } = playwrightReport.parse(report)
  const specs = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [...suite.specs, ...suite.suites.flatMap(specs)]
  const troubled = suites.flatMap(specs).flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const error = results.find((result) => result.error !== undefined)?.error
        return toldOf(status === 'flaky', `${file} › ${title}`, error?.message ?? '')
      }),
  )
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    shaky: stats.flaky,
    told: [...errors.map(({ message }) => toldOf(false, 'outside any test', message)), ...troubled],
  }
}

export function sumOf(counts: readonly TestCounts[]): TestCounts {
  const total = (pick: (count: TestCounts) => number) => counts.reduce((sum, count) => sum + pick(count), 0)
  return {
    passed: total((c) => c.passed),
    failed: total((c) => c.failed),
    skipped: total((c) => c.skipped),
    shaky: total((c) => c.shaky),
    told: counts.flatMap((c) => c.told),
  }
}

function toldOf(isShaky: boolean, name: string, message: string): string {
  const [first = ''] = stripVTControlCharacters(message).trim().split('\n')
  return `${isShaky ? 'second try' : 'failed'}: ${name}${first === '' ? '' : `: ${first}`}`
}
