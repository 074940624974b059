// The starter of a package (build/starter.sh) puts `--log-level=3 --` before what it was given, so that the engine reads none of it.

const quiet = '--log-level=3'

/** What was given to us. `words` is the command line of a packaged app, without the program; it may have been started without the starter. */
export function ownWords(words: readonly string[]): readonly string[] {
  const at = words.indexOf('--')
  return at > 0 && words[at - 1] === quiet ? words.slice(at + 1) : words
}
