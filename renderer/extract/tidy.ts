// Makes the chosen nodes plain: paragraphs as paragraphs, no wrappers that mean nothing, no empty elements. Adds and removes no text.
import type { Draft } from './draft.ts'
import { isInline, isInlineName, isWord } from './lineOfText.ts'
import { named } from './named.ts'
import { hasText } from './measureText.ts'

export function tidy({ article }: Draft) {
  foldSpace(article)
  placeUnknown(article)
  dropDeadLinks(article)
  dropUnusedIds(article)
  for (const element of named(article, unknown)) unwrap(element)
  for (const heading of article.querySelectorAll('h1')) rename(heading, 'h2')
  for (const list of article.querySelectorAll('ul')) if (isNumbered(list)) rename(list, 'ol')
  listsOfBoxes(article)
  joinLists(article)
  for (const block of [...article.querySelectorAll(containers), article]) makeParagraphs(block)
  for (const paragraph of article.querySelectorAll('p')) splitAtBreaks(paragraph)
  for (const element of [...article.querySelectorAll('*')].reverse()) if (isEmpty(element)) element.remove()
  // From the outside inwards: so each node is moved once.
  for (const element of article.querySelectorAll('div, section, article, main, header, footer, address, span'))
    if (isPointless(element)) unwrap(element)
  dropSpaceBetweenBlocks(article)
  dropLooseRules(article)
  joinSigns(article)
  joinAmounts(article)
}

const unknown = ['font', 'center', 'big', 'nobr', 'blink', 'marquee', 'label', 'hgroup', 'o\\:p']

/** What has no place in the reader's HTML is taken for what it stands as: a word in a line, or a box of its own, which other boxes do not run into. */
function placeUnknown(article: Element) {
  // From the last to the first: what stands in another is known before it, and what follows before what it follows.
  for (const element of [...article.querySelectorAll(`${unplaced}, :not(:defined)`)].reverse())
    if (!element.closest('math, svg, pre')) rename(element, isWord(element) ? 'span' : 'div')
}

const unplaced = 'button, dialog, fieldset, form, legend, output, search'

/** A rule that parts nothing, and a line break that ends no line. */
function dropLooseRules(article: Element) {
  const isBlock = (node: Node | null) => node === null || !isInline(node)
  for (const one of article.querySelectorAll('hr, br')) {
    const [before, after] = [one.previousSibling, one.nextSibling]
    const isLoose =
      one.localName === 'br'
        ? isBlock(before) && isBlock(after) && (before ?? after) !== null && !one.closest('pre')
        : (before as Element | null)?.localName === 'hr' ||
          (one.parentElement === article && (!before || !hasTextAfter(one)))
    if (isLoose) one.remove()
  }
}

/** The sign beside a remark is no paragraph of its own. */
function joinSigns(article: Element) {
  for (const sign of article.querySelectorAll('p')) {
    const next = sign.nextElementSibling
    if (next?.localName !== 'p' || sign.childElementCount > 0 || !onlySign.test(sign.textContent ?? '')) continue
    next.prepend(`${sign.textContent?.trim()} `)
    sign.remove()
  }
}

/** How much of a thing stands in a line with it, where a page has set both in boxes of their own: "3" "sprigs of thyme". */
function joinAmounts(article: Element) {
  const pairs = new Map<Element, [Element, Element][]>()
  for (const amount of article.querySelectorAll('p')) {
    const thing = amount.nextElementSibling
    if (thing?.localName !== 'p' || !isAmount(amount) || isAmount(thing) || !amount.parentElement) continue
    pairs.set(amount.parentElement, [...(pairs.get(amount.parentElement) ?? []), [amount, thing]])
  }
  for (const own of pairs.values())
    for (const [amount, thing] of own.length >= fewPairs ? own : []) {
      thing.prepend(...amount.childNodes, ' ')
      amount.remove()
    }
}

function isAmount(paragraph: Element): boolean {
  return paragraph.childElementCount === 0 && onlyAmount.test(paragraph.textContent ?? '')
}

const fewPairs = 3
/** "3", "1 ½", "250 g" */
const onlyAmount = /^\s*[\d¼½¾⅓⅔⅛][\d\s¼½¾⅓⅔⅛.,/–-]{0,8}(?:\p{L}{1,3}\.?)?\s*$/u

const onlySign = /^\s*\p{Extended_Pictographic}\ufe0f?\s*$/u

function hasTextAfter(element: Element): boolean {
  for (let at = element.nextSibling; at; at = at.nextSibling)
    if (at.nodeType === 1 ? (at as Element).localName !== 'hr' : (at.textContent ?? '').trim() !== '') return true
  return false
}

/** What is a list by its roles, or by what an editor calls its items, is one to whoever reads it. */
function listsOfBoxes(article: Element) {
  for (const list of article.querySelectorAll('div[role=list]')) {
    const items = [...list.children]
    if (
      items.length > 1 &&
      items.every(
        (item) => item.matches('div[role=listitem]') && !item.querySelector('h1, h2, h3, h4, div ~ div, p ~ p'),
      )
    ) {
      for (const item of items) rename(item, 'li')
      rename(list, 'ul')
    }
  }
  const made = new Set<Element | null>()
  for (const item of article.querySelectorAll(itemsOfEditors)) {
    const name = /numbered/.test(item.className) ? 'ol' : 'ul'
    let list = item.previousElementSibling
    if (!made.has(list) || list?.localName !== name) {
      list = item.ownerDocument.createElement(name)
      item.before(list)
      made.add(list)
    }
    const [first] = textNodes(item)
    if (first && /^\s*[•◦▪‣●○■]\s*$/.test(first.data)) first.remove()
    list.append(item)
    rename(item, 'li')
  }
}

const itemsOfEditors = 'div[class*=bulleted_list-block], div[class*=numbered_list-block], div[class*=to_do-block]'

/** Some editors make a list of each item. */
function joinLists(article: Element) {
  const isOfOne = (list: Element) => list.childElementCount === 1 && list.firstElementChild?.localName === 'li'
  for (const list of article.querySelectorAll('ul, ol')) {
    if (!isOfOne(list)) continue
    let next = list.nextSibling
    while (next && isBlank(next)) next = next.nextSibling
    // From the first of them on; those that are taken in have gone when their turn comes.
    while (next?.nodeType === 1 && isLike(next as Element, list) && isOfOne(next as Element)) {
      const item = (next as Element).firstElementChild
      if (item) list.append(item)
      ;(next as Element).remove()
      next = list.nextSibling
      while (next && isBlank(next)) next = next.nextSibling
    }
  }
}

/** Of the same kind; where they count, one goes on where the other ends. */
function isLike(next: Element, list: Element): boolean {
  if (next.localName !== list.localName || next.className !== list.className) return false
  const start = (one: Element) => Number(one.getAttribute('start') ?? 1)
  return list.localName === 'ul' || start(next) === start(list) + list.childElementCount
}

/** By a style on each of its items. */
function isNumbered(list: Element): boolean {
  const items = [...list.children]
  return (
    items.length > 1 && items.every((item) => /list-style(-type)?:\s*decimal/i.test(item.getAttribute('style') ?? ''))
  )
}

function foldSpace(article: Element) {
  for (const node of textNodes(article)) {
    const { data } = node
    const folded = data.replace(/[ \t\r\n\f]{2,}|[\t\r\n\f]/g, ' ')
    if (folded !== data && !node.parentElement?.closest('pre')) node.data = folded
  }
}

/** White space at the edge of a block is never shown. */
function dropSpaceBetweenBlocks(article: Element) {
  article.normalize()
  for (const node of textNodes(article)) {
    let { data } = node
    // Of most it is known by this alone that nothing is to be taken away.
    if (data !== '' && data.trim().length === data.length) continue
    if (node.parentElement?.closest('pre, math')) continue
    const isInBlock = node.parentElement !== null && !isInlineName(node.parentElement)
    if (isEdge(node.previousSibling, isInBlock)) data = data.trimStart()
    if (isEdge(node.nextSibling, isInBlock)) data = data.trimEnd()
    if (data === '') node.remove()
    else if (data !== node.data) node.data = data
  }
}

function isEdge(beside: Node | null, isInBlock: boolean): boolean {
  return beside === null ? isInBlock : !isInline(beside) || (beside as Element).localName === 'br'
}

function textNodes(root: Element): Text[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  return nodes
}

/** What leads to a place of the page that is no part of the article leads nowhere. */
function dropDeadLinks(article: Element) {
  const links = [...article.querySelectorAll('a[href^="#"]')]
  if (links.length === 0) return
  const places = new Set([...article.querySelectorAll('[id]')].map(({ id }) => id))
  const isDead = (link: Element) => !places.has(decoded(link.getAttribute('href')?.slice(1) ?? ''))
  for (const link of links)
    if (!link.id && isDead(link)) {
      if (isArrow.test(link.textContent ?? '') && !link.querySelector('img')) link.remove()
      else unwrap(link)
    }
}

const isArrow = /^[\s↩↑^⏎\ufe0e]*$/

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment // no more than a sign of percent
  }
}

function dropUnusedIds(article: Element) {
  const used = new Set(
    [...article.querySelectorAll('a[href^="#"]')].map((anchor) => anchor.getAttribute('href')?.slice(1)),
  )
  for (const element of article.querySelectorAll('[id]')) if (!used.has(element.id)) element.removeAttribute('id')
}

const containers = 'div, section, article, main, header, footer, aside, blockquote, details, address'
/** Text straight inside a container becomes paragraphs; two line breaks end one. */
function makeParagraphs(block: Element) {
  let run: Node[] = []
  const finish = () => {
    while (run.length > 0 && isBlank(run.at(-1))) {
      const last = run.pop()
      if (last?.nodeType === 1) (last as Element).remove()
    }
    if (run.some((node) => !isBlank(node))) {
      const [first] = run
      const onlyPicture = run.every((node) => isBlank(node) || isPicture(node))
      if (first && !onlyPicture) {
        const paragraph = block.ownerDocument.createElement('p')
        block.insertBefore(paragraph, first)
        paragraph.append(...run)
      }
    }
    run = []
  }
  let breaks = 0
  for (const node of [...block.childNodes]) {
    if (!isInline(node)) {
      finish()
      breaks = 0
      continue
    }
    const isBreak = node.nodeType === 1 && (node as Element).localName === 'br'
    if (isBreak) {
      breaks++
      if (breaks >= 2) {
        finish()
        ;(node as Element).remove()
        continue
      }
    } else if (!isBlank(node)) {
      breaks = 0
    }
    if (run.length > 0 || !isBlank(node)) run.push(node)
    else if (isBreak) (node as Element).remove()
  }
  finish()
}

/** Two line breaks inside a paragraph are how some editors begin another. */
function splitAtBreaks(paragraph: HTMLParagraphElement) {
  let current = paragraph
  let breaks: Element[] = []
  for (const node of [...paragraph.childNodes]) {
    const isBreak = node.nodeType === 1 && (node as Element).localName === 'br'
    if (isBreak) breaks.push(node as Element)
    if (!isBreak && !isBlank(node)) {
      if (breaks.length >= 2) {
        const next = paragraph.ownerDocument.createElement('p')
        current.after(next)
        current = next
        for (const one of breaks) one.remove()
      }
      breaks = []
    }
    if (current !== paragraph && node.parentNode) current.append(node)
  }
  for (const one of breaks) one.remove()
}

function isBlank(node: Node | undefined): boolean {
  if (!node) return true
  if (node.nodeType === 3) return (node as Text).data.trim() === ''
  return node.nodeType === 1 && (node as Element).localName === 'br'
}

function isPicture(node: Node): boolean {
  return (
    node.nodeType === 1 &&
    ((node as Element).localName === 'img' ||
      ((node as Element).querySelector('img') !== null && (node.textContent ?? '').trim() === ''))
  )
}

const keptWhenEmpty: ReadonlySet<string> = new Set(
  'br hr img wbr td th col colgroup mspace mprescripts math'.split(' '),
)

function isEmpty(element: Element): boolean {
  if (keptWhenEmpty.has(element.localName) || hasText(element)) return false
  if (element.closest('math, pre') || element.querySelector('img, hr, math')) return false
  // A place that a link leads to.
  if (element.id && element.localName === 'a') return false
  return true
}

function isPointless(element: Element): boolean {
  if (element.hasAttribute('dir') || element.hasAttribute('lang')) return false
  if (/offprint-/.test(element.className)) return false
  if (element.localName === 'span') return !element.id
  if (element.id) return false
  if (element.localName === 'address') return false
  return true
}

function unwrap(element: Element) {
  // One by one: to replace it by all of them moves each of them twice.
  for (let node = element.firstChild; node; node = element.firstChild) element.parentNode?.insertBefore(node, element)
  element.remove()
}

export function rename(element: Element, name: string) {
  const renamed = element.ownerDocument.createElement(name)
  for (const attribute of element.attributes) renamed.setAttribute(attribute.name, attribute.value)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}
