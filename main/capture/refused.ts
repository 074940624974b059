import type { Failure } from '../../preload/failure.ts'

/** A connection that was not made, as Node is told of it, with the reason. */
export class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}
