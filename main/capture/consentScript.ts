// What a frame of a captured page is given to refuse what it asks for: the script, and of its rules those that can meet that frame. All of
// them are six times as many, and on their way into the page they would take longer than everything else about refusing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filterCompactRules, type IndexedCMPRuleset } from '@duckduckgo/autoconsent'

/** JavaScript that begins looking in the frame, for an isolated world there; see page/refuse.ts for what it leaves behind. */
export type ConsentScript = (frame: { readonly url: string; readonly isTop: boolean }) => string

/** `folder`: out/page. Both files in it are read when the first page asks for something. */
export function createConsentScript(folder: string): ConsentScript {
  let parts: { readonly script: string; readonly rules: IndexedCMPRuleset } | undefined
  return ({ url, isTop }) => {
    parts ??= {
      script: readFileSync(join(folder, 'refuse.js'), 'utf8'),
      rules: JSON.parse(readFileSync(join(folder, 'consentRules.json'), 'utf8')) as IndexedCMPRuleset, // ours, from the build
    }
    const rules = filterCompactRules(parts.rules, { url, mainFrame: isTop })
    return `${parts.script}\n;offprint_refuse.begin(${JSON.stringify(rules)});0`
  }
}
