// What programs for threads write into a post around its text: the title of the thread once more, when it was changed, quotes that are no
// `blockquote`, a `blockquote` that is no quote.
import type { Called } from './called.ts'
import { doubt } from './doubt.ts'
import { foldedAlike } from './folded.ts'
import { isBefore } from './isBefore.ts'
import { aboutPostersIn, posterClass, textsIn } from './postNames.ts'
import type { Names } from './postsByProfile.ts'
import { paragraphs } from './text.ts'

/** All but the one that what stands above the text is told by, which is looked at again. */
export function dropTitles(body: Element, posts: Iterable<Element>, title: string, kept: Set<Node>): void {
  const called = foldedAlike(title)
  const all = paragraphs(body).list.filter(({ nodes }) => nodes.some((node) => kept.has(node)))
  const titles = all.filter(({ text }) => isTitleAgain(text, called))
  const own = [...posts]
  const [start] = all
  for (const [at, { text, block, nodes }] of titles.entries()) {
    const post = own.find((one) => one.contains(block))
    const isSpared = at === 0 && !answer.test(text) && start !== undefined && !post?.contains(start.block)
    if (post && !isSpared) drop(nodes, block, kept)
  }
}

export function tidyPost(own: Element, called: Called, keepsQuotes: boolean, kept: Set<Node>): void {
  markQuotes(own)
  completeQuotes(own, called, keepsQuotes, kept)
  for (const { text, block, nodes } of paragraphs(own).list)
    if (text.length <= longestNote && changed.test(text)) drop(nodes, block, kept)
  freeText(own, kept)
}

function drop(nodes: readonly Text[], block: Element, kept: Set<Node>) {
  for (const node of nodes) kept.delete(node)
  if (/^h[1-6]$/.test(block.localName)) doubt(block)
}

/** On a page that is its posts, what stands among and below them is of the program: how many there are, who reads them, what one may do here. */
export function dropOthers(body: Element, names: Names, kept: Set<Node>): void {
  const posts = [...names.keys()]
  const [first] = posts
  const [own, others]: [Text[], Text[]] = [[], []]
  for (const text of textsIn(body)) {
    if (kept.has(text)) (isIn(text, names) ? own : others).push(text)
  }
  const length = (texts: readonly Text[]) => texts.reduce((sum, text) => sum + text.length, 0)
  if (!first || posts.length < 3 || length(own) < mostly * length([...own, ...others])) return
  for (const text of others) if (isBefore(first, text) || text.parentElement?.closest(beside)) kept.delete(text)
}

const mostly = 0.7
const beside = 'aside, [role=complementary], [class~=side], [class*=sidebar]'

function isIn(text: Text, names: Names): boolean {
  for (let at = text.parentElement; at; at = at.parentElement) if (names.has(at)) return true
  return false
}

/** Half a quote says something else. */
function completeQuotes(own: Element, called: Called, keepsAll: boolean, kept: Set<Node>): void {
  if (!textsIn(own).some((text) => kept.has(text) && !text.parentElement?.closest(`.${posterClass}`))) return
  const isAbout = aboutPostersIn(own, called)
  for (const quote of own.querySelectorAll('blockquote')) {
    const texts = textsIn(quote)
    if (isAbout(quote) || !isWanted(texts, keepsAll, kept)) continue
    for (const text of texts) if (!text.parentElement?.closest('button, [role=button]')) kept.add(text)
  }
}

function isWanted(texts: readonly Text[], keepsAll: boolean, kept: ReadonlySet<Node>): boolean {
  const length = (some: readonly Text[]) => some.reduce((sum, text) => sum + text.data.trim().length, 0)
  const [own, all] = [length(texts.filter((text) => kept.has(text))), length(texts)]
  return all <= aFewLines ? keepsAll || own > 0 : own >= 0.5 * all
}

/** Characters. */
const aFewLines = 400

/** By what programs call what somebody else has said. */
function markQuotes(own: Element): void {
  for (const box of own.querySelectorAll('div[class*=quote]')) {
    if (!quoteName.test(box.className) || box.querySelector('blockquote')) continue
    const quote = box.ownerDocument.createElement('blockquote')
    quote.append(...box.childNodes)
    box.replaceWith(quote)
  }
}

const quoteName = /(?:^|[-_ ])quote(?:$| )/i

function isTitleAgain(text: string, called: string): boolean {
  if (called === '' || text.length > called.length + 40) return false
  return foldedAlike(text.replace(answer, '')) === called
}

const answer = /^(?:re|aw|antw|sv|ref|回复|答复)\s*[:：]\s*/iu
const longestNote = 160
const changed =
  /^(?:last )?(?:edited|modified)(?: (?:by|at|on)\b|:| .{3,40}\bby\b)|^(?:zuletzt (?:ge\u00e4ndert|bearbeitet|editiert)|ge\u00e4ndert von|bearbeitet von|derni\u00e8re (?:modification|\u00e9dition)|modifi\u00e9 par|\u00faltima edici\u00f3n|editado por|ultima modifica|laatst (?:bewerkt|gewijzigd)|последний раз редактировал)/iu

/** A post that stands in a `blockquote` as a whole is no quote. */
function freeText(own: Element, kept: ReadonlySet<Node>): void {
  const said = textsIn(own).filter((text) => kept.has(text) && !text.parentElement?.closest(`.${posterClass}`))
  const quotes = new Set(said.map((text) => outermost(text, own)))
  if (said.length === 0 || quotes.has(undefined)) return
  for (const quote of quotes) {
    if (!quote) continue
    const box = quote.ownerDocument.createElement('div')
    box.append(...quote.childNodes)
    quote.replaceWith(box)
  }
}

function outermost(text: Text, own: Element): Element | undefined {
  let found: Element | undefined
  for (let at = text.parentElement; at && at !== own; at = at.parentElement)
    if (at.localName === 'blockquote') found = at
  return found
}
