import { expect, test } from 'vitest'
import { endOfTests } from '../../build/endOfTests.ts'

const none = { passed: 0, failed: 0, skipped: 0, shaky: 0, told: [] }
const choice = { kinds: ['e2e'], soak: false, files: ['save-a-lnk'] } as const

test('a run that ran nothing has failed, and says which name no file has', () => {
  expect(endOfTests(none, choice)).toEqual({
    lines: ['no test was run: no file of e2e has save-a-lnk in its path', '0 passed, 0 failed'],
    code: 1,
  })
})

test('the last line counts; before it is said what failed, what did not run and what needed a second try', () => {
  expect(endOfTests({ passed: 2, failed: 1, skipped: 3, shaky: 1, told: ['failed: a'] }, choice)).toEqual({
    lines: ['failed: a', '3 tests did not run', '1 passed only at the second try: find out why', '2 passed, 1 failed'],
    code: 1,
  })
  expect(endOfTests({ ...none, passed: 1 }, choice)).toEqual({ lines: ['1 passed, 0 failed'], code: 0 })
})
