import { englishFailureWords, type Failure } from '../../preload/failure.ts'
import { exitCodeOf, type ExitCode } from './exitCodes.ts'
import type { Output } from './runCommand.ts'

/** Says why a command came to nothing; not to whoever has stopped it. */
export function fail(failure: Failure, output: Output): ExitCode {
  if (failure.code !== 'cancelled') output.err(englishFailureWords(failure))
  return exitCodeOf(failure)
}
