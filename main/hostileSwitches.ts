// Chromium, V8 and Node read switches out of our command line before we do. A packaged app ends at once when one of them would take down what
// protects its reader: a shortcut, a link or another program may have put it there. Fuses stop Node's; this stops the others.
import { url as inspectorUrl } from 'node:inspector'

/** Of names, without dashes. Families, not a list of today's switches: each of these holds some that open a wall. */
const hostileNames = [
  /^(no|disable|enable|allow|ignore|unsafely|override|experimental|harmony)-/,
  /^(remote|load|trace|log|net|ssl|auth|host|proxy|renderer|gpu|utility|zygote|ppapi|browser|user|v8)-/,
  /^(inspect|js-flags|single-process|in-process|crash|type$|headless$|app$)/,
  /-(prefix|launcher|path|dir|file|port|pipe|rules|allowlist)$/,
]

/** Our own option, and the starter's word for a quiet Chromium; the families above would take them in. */
const harmlessNames: ReadonlySet<string> = new Set(['allow-private', 'log-level'])

export type SwitchReader = { readonly platform: NodeJS.Platform; readonly isInspected: boolean }

/**
 * Those words that would do so. `words` is all of the command line but the program. The engine reads whatever begins with a dash, one as well as
 * two, wherever it stands before the first `--`, and nothing after it: there the words are ours alone, and the parser of our options judges them.
 * None in a process whose inspector is open: only a copy made for tests lets it open, the fuse of a package that ships does not.
 */
export function hostileSwitches(words: readonly string[], reader: SwitchReader = thisProcess()): readonly string[] {
  if (reader.isInspected) return []
  const end = words.indexOf('--')
  const dashes = reader.platform === 'win32' ? /^(--?|\/)(?=\w)/ : /^--?(?=\w)/
  return words.slice(0, end === -1 ? undefined : end).filter((word) => {
    if (!dashes.test(word)) return false
    const name = (word.replace(dashes, '').split('=')[0] ?? '').toLowerCase()
    return !harmlessNames.has(name) && hostileNames.some((pattern) => pattern.test(name))
  })
}

function thisProcess(): SwitchReader {
  return { platform: process.platform, isInspected: inspectorUrl() !== undefined }
}
