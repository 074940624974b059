// What the programs of this folder tell the person: on standard error, because standard output belongs to the results of a command.

export function say(sentence: string) {
  process.stderr.write(`offprint: ${sentence}\n`)
}

/** Something the person has to do first. The program says the sentence and ends with the code. */
export class NotReady extends Error {
  readonly exitCode: number = 2
}

/** Runs a program; a NotReady becomes its sentence and its exit code. */
export async function orSayWhy(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (thrown) {
    if (!(thrown instanceof NotReady)) throw thrown
    say(thrown.message)
    return thrown.exitCode
  }
}
