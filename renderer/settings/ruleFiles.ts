// The rule of a site as a file to hand on: `example.org.txt`, the text itself.
import { failureWords } from '../../preload/failure.ts'
import { isRuleSite, parseRule } from '../../preload/siteRule.ts'
import { tell } from '../app/acts.ts'
import { ask, askOrSay } from '../app/bridge.ts'
import { say } from '../app/toasts.ts'
import { keepSiteRule } from '../library/siteRules.ts'
import { words } from './words.ts'

export async function exportRule(site: string, rule: string) {
  const saved = await askOrSay('file.save', `${site}.txt`, rule)
  if (saved !== undefined && saved !== null) say(words.ruleExported(saved))
}

/** Takes the place of the rule that the site has; Undo brings that back. */
export async function importRule() {
  const opened = await ask('file.open')
  if (!opened.ok) return say(failureWords(opened.failure), { isProblem: true })
  if (opened.value === null) return
  const { name, text } = opened.value
  const site = siteIn(name, text)
  if (site === undefined) return say(words.ruleWithoutSite(name), { isProblem: true })
  if (parseRule(text).lines.length === 0) return say(words.ruleEmpty(name), { isProblem: true })
  await tell(keepSiteRule(site, text, words.ruleImported(site)))
}

/** The first line of a rule that we wrote names its site; else the file is named after it. */
function siteIn(name: string, text: string): string | undefined {
  const headed = /^# Offprint, (\S+)\s*$/m.exec(text)?.[1]
  const named = name.replace(/\.txt$/i, '').toLowerCase()
  return [headed, named].find((site) => site !== undefined && site.includes('.') && isRuleSite(site))
}
