// The rule of a site: what belongs to its articles and what does not, as a person has pointed it out. Plain text, so that it can be read and
// handed on; one line a block:
//   keep div.standfirst
//   remove aside.related
//   remove section with heading "More from us"
//   remove p beginning "Read also"
// A line that begins with # is a remark. Where two lines name the same block, it is left out.
import { z } from 'zod'

export const ruleText = z.string().max(100_000)

export type RuleLine = {
  readonly verb: 'keep' | 'remove'
  /** Names, classes, ids and attributes, one inside the other; nothing that goes by counting. */
  readonly selector: string
  /** Only those with this heading, or with this beginning. White space and case do not count. */
  readonly words?: { readonly of: 'heading' | 'beginning'; readonly text: string }
}

export type SiteRule = {
  readonly lines: readonly RuleLine[]
  /** The numbers of the lines, from 1, that say nothing we understand. They are passed over. */
  readonly wrong: readonly number[]
}

/** More lines than anyone will point at. */
const mostLines = 1_000

export function parseRule(text: string): SiteRule {
  const lines: RuleLine[] = []
  const wrong: number[] = []
  text.split(/\r\n|[\r\n]/).forEach((line, at) => {
    const plain = line.trim()
    if (plain === '' || plain.startsWith('#')) return
    const parsed = lines.length < mostLines ? parseLine(plain) : undefined
    if (parsed) lines.push(parsed)
    else wrong.push(at + 1)
  })
  return { lines, wrong }
}

/** Empty for a rule that says nothing. `head`: a remark for whoever opens the file. */
export function formatRule(lines: readonly RuleLine[], head?: string): string {
  if (lines.length === 0) return ''
  return [...(head === undefined ? [] : [`# ${head}`]), ...lines.map(formatLine), ''].join('\n')
}

export function formatLine({ verb, selector, words }: RuleLine): string {
  if (!words) return `${verb} ${selector}`
  const quoted = `"${words.text.replaceAll('"', "'")}"`
  return `${verb} ${selector} ${words.of === 'heading' ? 'with heading' : 'beginning'} ${quoted}`
}

export function isSameLine(one: RuleLine, other: RuleLine): boolean {
  return formatLine(one) === formatLine(other)
}

/** Whose rule an address as the vault keeps it follows: its host, without `www.`. Undefined for what has none. */
export function ruleSiteOf(address: string): string | undefined {
  const host = /^https?:\/\/([^/?#:@]+)(?=[/?#:]|$)/.exec(address)?.[1]?.replace(/^www\./, '')
  return host !== undefined && isRuleSite(host) ? host : undefined
}

/** It also names a file: letters, digits, hyphens and dots. */
export function isRuleSite(site: string): boolean {
  return site.length <= 253 && /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(site)
}

const name = String.raw`(?:[\p{L}_][\p{L}\p{N}_-]*)`
const attribute = String.raw`\[[a-z][a-z-]*(?:="[^"\]\\]*")?\]`
const compound = `(?:${name}|\\*)?(?:[.#]-?${name}|${attribute})*`
const selectorShape = new RegExp(`^${compound}(?: (?:> )?${compound})*$`, 'u')
const lineShape = /^(keep|remove)\s+(.+?)(?:\s+(with heading|beginning)\s+"([^"]+)")?$/

function parseLine(line: string): RuleLine | undefined {
  const [, verb, written = '', of, text] = lineShape.exec(line) ?? []
  const selector = written.replace(/\s*>\s*/g, ' > ').replace(/\s+/g, ' ')
  if (verb === undefined || selector.length > 1_000 || /^[> ]|[> ]$/.test(selector) || !selectorShape.test(selector))
    return undefined
  return {
    verb: verb === 'keep' ? 'keep' : 'remove',
    selector,
    ...(text === undefined ? {} : { words: { of: of === 'beginning' ? 'beginning' : 'heading', text } }),
  }
}
