// Everything that writes the library goes through here, one after the other: what is read before a transaction still holds in it.

let last: Promise<unknown> = Promise.resolve()

export function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const result = last.then(task, task)
  // The next one waits for the end of this one, whatever it was; the caller has the error.
  last = result.catch(() => undefined)
  return result
}
