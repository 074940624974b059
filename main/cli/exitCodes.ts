// How a command ends. With several addresses the worst counts, in the order 4, 5, 2, 3, 0.
import { failureClass, type Failure } from '../../preload/failure.ts'

/** 0 done · 2 refused · 3 link kept, not captured · 4 storage · 5 refused by policy · 130, 143 stopped by a signal. */
export type ExitCode = 0 | 2 | 3 | 4 | 5 | 130 | 143

const codes = { refused: 2, policy: 5, 'link-kept': 3, storage: 4 } as const
const worstFirst: readonly ExitCode[] = [143, 130, 4, 5, 2, 3]

export function exitCodeOf(failure: Failure): ExitCode {
  return codes[failureClass(failure)]
}

export function worstOf(all: readonly ExitCode[]): ExitCode {
  return worstFirst.find((code) => all.includes(code)) ?? 0
}
