// What is said when all tests have run, and the exit code. A run that ran nothing has failed: a name was mistyped.
import type { TestChoice } from './test.ts'
import type { TestCounts } from './testCounts.ts'

export function endOfTests(
  counts: TestCounts,
  { kinds, files }: TestChoice,
): { readonly lines: readonly string[]; readonly code: number } {
  const ran = counts.passed + counts.failed + counts.skipped
  const lines = [
    ...counts.told,
    ...(counts.skipped > 0 ? [`${counts.skipped} tests did not run`] : []),
    ...(counts.shaky > 0 ? [`${counts.shaky} passed only at the second try: find out why`] : []),
    ...(ran === 0 ? [`no test was run: no file of ${kinds.join(', ')} has ${named(files)} in its path`] : []),
    `${counts.passed} passed, ${counts.failed} failed`,
  ]
  return { lines, code: counts.failed > 0 || counts.passed === 0 ? 1 : 0 }
}

function named(files: readonly string[]): string {
  return files.length === 0 ? '.test.ts' : files.join(' or ')
}
