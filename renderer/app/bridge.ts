// The window's requests that are not the library's: settings, captures, the world outside. Failures that nobody can act on are said, not thrown.
import type { Bridge, RequestArgs, RequestName, RequestResult } from '../../preload/contract.ts'
import type { Result } from '../../preload/failure.ts'
import { failureWords } from '../../preload/failure.ts'
import { vaultPort } from '../library/vaultPort.ts'
import { say } from './toasts.ts'

export function ask<N extends RequestName>(name: N, ...args: RequestArgs<N>): Promise<Result<RequestResult<N>>> {
  return vaultPort().request(name, ...args)
}

/** Asks, and shows the words of a failure. `undefined`: it failed. */
export async function askOrSay<N extends RequestName>(
  name: N,
  ...args: RequestArgs<N>
): Promise<RequestResult<N> | undefined> {
  const answer = await ask(name, ...args)
  if (answer.ok) return answer.value
  say(failureWords(answer.failure), { isProblem: true })
  return undefined
}

export const listen: Bridge['on'] = (name, callback) => vaultPort().on(name, callback)
