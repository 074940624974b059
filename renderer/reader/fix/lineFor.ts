// From a block that was pointed at to a line of a rule: what tells it from all else on the page, and will on the site's other pages too. Names that
// people give come first (a class, a role, a heading); names that machines make, and counting, never.
import type { RuleLine } from '../../../preload/siteRule.ts'
import { elementsOf, headingOf } from '../../extract/followRule.ts'
import { plainText } from '../../extract/measureText.ts'
import { paragraphs } from '../../extract/text.ts'

export type Pointed = {
  readonly element: Element
  readonly verb: RuleLine['verb']
  /** How much of the article stands in an element, in characters. */
  articleIn(element: Element): number
}

/** Undefined when nothing tells it from what must not be touched. */
export function lineFor(body: HTMLElement, { element, verb, articleIn }: Pointed): RuleLine | undefined {
  const article = articleIn(body)
  /** It names the element, and not what the person has not pointed at and would miss, or would not want. */
  const isGood = (line: RuleLine) => {
    const named = elementsOf(body, line)
    if (!named.includes(element)) return false
    const others = named.filter((one) => one !== element)
    if (verb === 'remove') return sum(others, articleIn) <= mostBesides * article
    const added = (one: Element) => Math.max(0, plainText(one).length - articleIn(one))
    return sum(others, added) <= Math.max(added(element), mostBesides * article)
  }
  for (const { selector, words } of candidates(element, body)) {
    const line: RuleLine = { verb, selector, ...(words ? { words } : {}) }
    if (isGood(line)) return line
  }
  return undefined
}

/** Of the article, what a line may take along with what was pointed at: the like of it, further down. */
const mostBesides = 0.15

type Candidate = Pick<RuleLine, 'selector' | 'words'>

function* candidates(element: Element, body: HTMLElement): Generator<Candidate> {
  const own = namesOf(element)
  for (const selector of own) yield { selector }
  const tag = tagOf(element)
  if (telling.has(element.localName)) yield { selector: tag }
  for (const name of own.length > 0 ? own : [tag]) {
    for (const around of namesAround(element, body)) yield { selector: `${around} ${name}` }
  }
  const heading = headingOf(element)
  if (heading !== '' && !element.matches('h1, h2, h3, h4, h5, h6'))
    yield { selector: own[0] ?? tag, words: { of: 'heading', text: quotable(heading) } }
  for (const whole of [firstLine(element), plainText(element)]) {
    const text = quotable(beginning(whole))
    if (text !== '') yield { selector: own[0] ?? tag, words: { of: 'beginning', text } }
  }
}

/** Up to where a person would see the line end: what stands in blocks within it runs together in its plain text. */
function firstLine(element: Element): string {
  return paragraphs(element).list[0]?.text.split('\n')[0] ?? ''
}

/** Elements whose name alone says what they are. */
const telling: ReadonlySet<string> = new Set(
  'aside nav footer header form figure details blockquote table dl'.split(' '),
)

/** The nearest first; the element it stands in itself before all further up. */
function* namesAround(element: Element, body: HTMLElement): Generator<string> {
  for (
    let at = element.parentElement, level = 0;
    at && at !== body && level < levels;
    at = at.parentElement, level += 1
  ) {
    for (const name of [...namesOf(at), ...(telling.has(at.localName) ? [tagOf(at)] : [])])
      yield level === 0 ? `${name} >` : name
  }
}

const levels = 4

function namesOf(element: Element): string[] {
  const tag = tagOf(element)
  const classes = [...element.classList].filter(isGiven)
  return [
    ...(isGiven(element.id) ? [`${tag}#${element.id}`] : []),
    ...classes.map((name) => `${tag}.${name}`),
    ...(classes.length > 1 ? [`${tag}${classes.map((name) => `.${name}`).join('')}`] : []),
    ...attributes.flatMap((name) => {
      const value = element.getAttribute(name) ?? ''
      return value === '' || value.length > 60 || /["\]\\\d]/.test(value) ? [] : [`${tag}[${name}="${value}"]`]
    }),
  ]
}

const attributes = ['role', 'data-testid', 'data-component', 'data-type', 'itemprop', 'aria-label', 'alt']

function tagOf(element: Element): string {
  return /^[a-z][a-z0-9-]*$/.test(element.localName) ? element.localName : '*'
}

/** A person has given it, to more than this page. */
function isGiven(name: string): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) || name.length > 60) return false
  if (/\d{2,}|^(css|sc|jsx|jss|emotion|svelte|astro|offprint)-|^_/i.test(name) || passing.test(name)) return false
  return name.split(/[-_]+/).every((part) => !isMade(part))
}

/** What an element is for the moment. */
const passing =
  /^(is-|has-)?(active|current|hidden|visible|open|opened|closed|first|last|odd|even|loaded|lazyloaded|lazy|selected|clearfix)$/i

/** `3kXyZ`, `aBcDe`: letters and digits in a muddle. */
function isMade(part: string): boolean {
  if (part.length >= 4 && /\d/.test(part) && /[a-z]/i.test(part) && !/^[a-z]+\d$/i.test(part)) return true
  return part.length >= 5 && part.length <= 8 && (part.match(/[a-z][A-Z]/g)?.length ?? 0) >= 2
}

function beginning(text: string): string {
  if (text.length <= 60) return text
  const cut = text.slice(0, 60)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 30))
}

/** As far as it can stand between quotation marks. */
function quotable(text: string): string {
  return text.split('"')[0]?.trim() ?? ''
}

function sum(elements: readonly Element[], of: (element: Element) => number): number {
  return elements.reduce((all, element) => all + of(element), 0)
}
