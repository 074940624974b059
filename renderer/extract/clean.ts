// Takes away what is never part of an article, so that it cannot mislead the choice of the article: what is hidden, what asks for consent
// or an address, what shares, advertises or leads elsewhere. Errs on the side of keeping; `trim` looks again at what became the article.
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { titlesOfFolds } from './foldTitles.ts'
import { takeOut } from './followRule.ts'
import { boxOf, isFixed, isHidden, isMarked } from './layoutMarks.ts'
import { linkShare, plainText, textLength } from './measureText.ts'
import { removeOtherArticles } from './otherArticles.ts'
import { removeOtherPages } from './otherPages.ts'
import { named } from './named.ts'
import { nameTabs } from './nameTabs.ts'
import { partLabels } from './partLabels.ts'
import { plainHeadings } from './plainHeadings.ts'
import { isPostAddress } from './postAddress.ts'
import { boxesOfQuestions, openQuestions } from './questions.ts'
import { removePoll } from './polls.ts'
import { quotes, removePullQuotes } from './quotes.ts'
import { reveal, revealAnswers, show } from './reveal.ts'
import { removeRemarks } from './remarks.ts'
import { removeSignUps } from './signUps.ts'
import { removeControls, removeThumbnails } from './slides.ts'
import { tablesOfBoxes } from './tablesOfBoxes.ts'
import { isWalled } from './wallWords.ts'
import { listsOfHeadings, removeWays, titleOfContents } from './waysAbout.ts'

export function clean(draft: Draft) {
  const { document, facts, called } = draft
  const { body } = document
  removeNotes(body)
  for (const element of named(body, ['script', 'style', 'template'])) element.remove()
  for (const element of body.querySelectorAll('noscript')) takeTextForNoScript(element, body)
  for (const element of named(body, neverShown)) element.remove()
  for (const base of named(body, ['rb', 'rbc'])) if (base.closest('ruby')) base.replaceWith(...base.childNodes) // to a parser of today it is nothing
  partLabels(body)
  plainHeadings(body)
  tablesOfBoxes(body)
  freeAnswers(body)
  let whole = textLength(body)
  const takeAway = facts.isArticle === undefined ? doubt : takeOut
  const isPost = facts.isArticle !== undefined || isPostAddress(draft.url)
  const isBehindWall = isWalled(draft)
  if (!isBehindWall) {
    revealAnswers(body)
    reveal(body, facts.title ?? '')
    if (isPost) boxesOfQuestions(body).forEach(openQuestions)
  }
  removeHidden(body, whole, takeAway, isBehindWall)
  titlesOfFolds(body, facts.isArticle !== undefined)
  for (const control of body.querySelectorAll('[role=button], [role=menuitem]')) if (isLabel(control)) takeAway(control)
  if (isBehindWall) whole = textLength(body)
  if (facts.isArticle !== undefined) removeOtherArticles(body, facts.title ?? '')
  if (isPost) removeOtherPages(body, draft.url)
  tickBoxes(body)
  const freed = quotes(body, called)
  nameTabs(body)
  if (facts.isArticle !== undefined) removePullQuotes(body, called, freed)
  removeControls(body, called)
  removeThumbnails(body)
  removeWays(draft)
  removeIndex(body)
  for (const list of listsOfHeadings(body)) {
    for (const one of [titleOfContents(list) ?? onlyTitleOf(list), list]) if (one) takeAway(one)
  }
  removePlayers(body, takeAway)
  if (facts.isArticle !== undefined) {
    removeSignUps(body)
    removePoll(body)
  }
  removeForms(body, whole, takeAway)
  removeDoors(body, whole, takeAway) // before the fields go by which they are known
  for (const element of body.querySelectorAll(furniture)) {
    if (!isFurniture(element) || textLength(element) >= 0.5 * whole) continue
    const title = element.localName === 'nav' ? titleOfContents(element) : undefined
    for (const one of title ? [title, element] : [element]) takeAway(one)
  }
  removeByName(body, whole, facts.isArticle !== undefined, takeAway)
  removeRemarks(draft, whole)
}

/** Of a box that holds nothing but a heading and the list. */
function onlyTitleOf(list: Element): Element | undefined {
  const before = list.previousElementSibling
  return before?.matches('h2, h3, h4, h5, h6') === true && list.parentElement?.childElementCount === 2
    ? before
    : undefined
}

/** What stands on a button that is drawn by a style sheet. */
function isLabel(control: Element): boolean {
  return (
    control.localName !== 'a' &&
    !control.hasAttribute('aria-expanded') &&
    textLength(control.nextElementSibling ?? control) <= longestLabel && // what it opens
    textLength(control) <= longestLabel &&
    control.closest('h1, h2, h3, h4, h5, h6, p, pre, summary, table') === null &&
    control.querySelector('h1, h2, h3, h4, h5, h6, p, img, picture, pre, math') === null
  )
}

/** Characters. */
const longestLabel = 40

/** In a list of tasks that is not to be filled in here, what is done is said by a box. One to tick says nothing. */
function tickBoxes(body: Element) {
  for (const box of body.querySelectorAll('li input[type=checkbox][disabled]'))
    box.replaceWith(box.hasAttribute('checked') ? '☑' : '☐')
  for (const label of body.querySelectorAll('label')) if (!/[\p{L}\p{N}]/u.test(label.textContent ?? '')) label.remove()
}

/** Some builders of pages make a menu of each fold: where no link is in it, and a sentence is, it is what is folded away. */
function freeAnswers(body: Element) {
  for (const menu of body.querySelectorAll('nav')) {
    const text = plainText(menu)
    if (text.length < leastAnswer || !/[.!?:…。！？؟]/u.test(text) || menu.querySelector('a, button, input, select'))
      continue
    const box = menu.ownerDocument.createElement('div')
    for (const { name, value } of menu.attributes)
      if (/^(?:id|class|data-offprint-)/.test(name)) box.setAttribute(name, value)
    box.append(...menu.childNodes)
    menu.replaceWith(box)
  }
}

/** Characters. */
const leastAnswer = 60

/** Of a page that marks what its text is: a table of links beside it. */
function removeIndex(body: Element) {
  const [text, ...more] = body.querySelectorAll('article[itemprop~=text]')
  if (!text || more.length > 0) return
  for (const table of body.querySelectorAll('table'))
    if (!text.contains(table) && !table.contains(text) && linkShare(table.tBodies[0] ?? table) > mostlyLinks)
      takeOut(table)
}

const mostlyLinks = 0.5

const neverShown = ['link', 'meta', 'noscript', 'title', 'base', 'param', 'source', 'track']

/** Some pages hold their whole text for browsers without scripts, and no more than a frame for the others. */
function takeTextForNoScript(noscript: Element, body: Element) {
  if (textLength(noscript) > 500 && textLength(noscript) > 0.5 * textLength(body))
    noscript.replaceWith(...noscript.childNodes)
}

const furnitureNames = 'nav dialog menu input button select textarea'.split(' ')
const furnitureRoles = 'navigation search dialog alertdialog menu menubar toolbar tooltip status'.split(' ')
/** What may be furniture: to look for each of the roles by itself takes longer than to look at those that elements have. */
const furniture = [...furnitureNames, '[role]', '[aria-modal=true]'].join(', ')

function isFurniture(element: Element): boolean {
  return (
    furnitureNames.includes(element.localName) ||
    furnitureRoles.includes(element.getAttribute('role') ?? '') ||
    element.getAttribute('aria-modal') === 'true'
  )
}

/** What an element is called -> how much of the page's text it may hold and still be taken for that; how linked it must be. */
const byName: readonly {
  readonly name: RegExp
  readonly atMost: number
  readonly linked: number
  readonly inArticles?: true
  /** What a box of an article holds that may be larger. */
  readonly asksFor?: string
  /** Nothing else is called so: it goes from pages of every kind. */
  readonly isSure?: true
}[] = [
  // On a page of another kind these are what it is about.
  { name: /(^|[-_ ])(teasers?|rail)([-_ ]|$)/i, atMost: 0.1, linked: 0, inArticles: true },
  // What those show who ask for consent on behalf of sites; it lists hundreds of partners, and may be longer than the text.
  {
    name: /^(onetrust|didomi|truste|usercentrics|cookiebot|cybotcookiebot|qc-cmp2?|sp_message|fc-consent|cky-consent|cmplz|termly|osano|iubenda-cs)([-_]|$)/i,
    atMost: 0.95,
    linked: 0,
    isSure: true,
  },
  { name: /cookie|consent|gdpr|onetrust|didomi|truste\b/i, atMost: 0.3, linked: 0 },
  { name: /(^|[-_ ])(share|shares|sharing|sharedaddy|addthis|addtoany|a2a|social)([-_ ]|$)/i, atMost: 0.05, linked: 0 },
  {
    name: /newsletter|(^|[-_ ])(sign-?up|subscribe|subscription|mailing-?list|opt-?in)([-_ ]|$)/i,
    atMost: 0.05,
    linked: 0,
    asksFor: 'form, input',
  },
  {
    name: /(^|[-_ ])(author|autor)[-_]{0,2}(bio|biography|box|description|desc)([-_ ]|$)|about-?the-?author|saboxplugin|(^|[-_ ])bio-?box([-_ ]|$)/i,
    atMost: 0.3,
    linked: 0,
    inArticles: true,
  },
  {
    name: /(^|[-_ ])(ad|ads|adv|advert|adverts|advertisement|advertising|adsense|adsbygoogle|dfp|gpt)([-_ ]|$)/i,
    atMost: 0.05,
    linked: 0,
  },
  { name: /^hs-cta([-_]|$)/i, atMost: 0.05, linked: 0, isSure: true },
  // Shown over the text while one points at a word of it.
  { name: /^(tooltip-?text|hover-?card|roll-?over-([a-z]+-)?block)$/i, atMost: 0.1, linked: 0, isSure: true },
  {
    name: /related|recommend|recirc|outbrain|taboola|trending|(^|[-_ ])(most-?read|most-?popular|popular-?posts|read-?next|read-?also|more-?stories|more-?from|also-?like)/i,
    atMost: 0.3,
    linked: 0.3,
  },
]

/** For most words it saves asking each of the rules. */
const anyName = new RegExp(byName.map(({ name }) => name.source).join('|'), 'i')
const none = -1 >>> 0

function removeNotes(body: Element) {
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION,
  )
  const comments: ChildNode[] = []
  while (walker.nextNode()) comments.push(walker.currentNode as ChildNode)
  for (const comment of comments) comment.remove()
}

/** A page whose script would have shown it may hide all of itself; then nothing counts as hidden. */
type TakeAway = (element: Element) => void

function removeHidden(body: Element, whole: number, takeAway: TakeAway, isBehindWall: boolean) {
  const spared = new Set<Element>()
  for (const element of [...body.querySelectorAll('[hidden], [style], [aria-hidden], [data-offprint-box]')]) {
    const isUnseen = isHidden(element) || (element.getAttribute('aria-hidden') === 'true' && !isOnlyCaption(element))
    // Behind a wall nothing is there to be shown later, however much it is.
    const atMost = isBehindWall && isHidden(element) ? Infinity : isUnseen ? 0.5 : isFixed(element) ? 0.2 : 0
    if (atMost === 0 || !element.isConnected || (!isUnseen && isGraphic(element))) continue
    // All tabs of a page are its text, whichever is in front.
    const tab = element.closest('[role=tabpanel]')
    if (tab === element) show(tab)
    if (tab) continue
    if (!isIn(element, spared) && textLength(element) < Math.max(atMost * whole, 1) && !element.querySelector('math')) {
      // What is only kept from screen readers may be text all the same.
      if (isHidden(element) || isMarked(element) || isSign(element)) takeOut(element)
      else takeAway(element)
    } else if (isUnseen && !isIn(element, spared)) spared.add(element)
  }
}

/** What is said of a picture is read aloud with the picture by some pages, and the line below it only shown. */
function isOnlyCaption(element: Element): boolean {
  const caption = element.closest('figcaption')
  const text = caption && /\p{L}{2}/u.test(element.textContent ?? '') ? plainText(element) : ''
  return text !== '' && plainText(caption!).split(text).length === 2
}

/** Before a warning, which says in words that it is one. */
function isSign(element: Element): boolean {
  return /^[!?*›»]$/.test(plainText(element))
}

/** A picture that stays while the text about it goes past. Outside of what the page calls its text an advertisement may stay as well, and is smaller. */
function isGraphic(element: Element): boolean {
  if (element.closest('nav, header, aside, footer') !== null) return false
  const [leastWidth, leastHeight] = element.closest('article, main') ? leastGraphicPx : leastElsewherePx
  return [...element.querySelectorAll('img[src]')].some((image) => {
    const box = boxOf(image)
    return box !== undefined && box.width >= leastWidth && box.height >= leastHeight
  })
}

const leastGraphicPx = [300, 0] as const
const leastElsewherePx = [480, 300] as const

/** A button that reads the text aloud, with the time that takes. */
function removePlayers(body: Element, takeAway: TakeAway) {
  for (const button of body.querySelectorAll('button')) {
    const box = button.parentElement
    const rest = box && textLength(box) < longestDoor ? plainText(box).replace(plainText(button), '') : ''
    if (box && isClock.test(rest)) takeAway(box)
  }
}

const isClock = /^\s*\d{1,2}:\d\d(?::\d\d)?(?:\s*\/\s*\d{1,2}:\d\d)?\s*$/

/** To be filled in, of whatever it is: some pages are one form from top to bottom. */
function removeForms(body: Element, whole: number, takeAway: TakeAway) {
  for (const form of body.querySelectorAll('form')) {
    if (form.querySelectorAll(fields).length < fewFields || form.querySelector('h1, article') !== null) continue
    if (textLength(form) < mostOfForm * whole) takeAway(form)
  }
}

const fields =
  'textarea, select, input:not([type=hidden i], [type=checkbox i], [type=radio i], [type=submit i], [type=button i])'
const fewFields = 2
const mostOfForm = 0.3

/** What asks for a password, with the few words around it that say why. */
function removeDoors(body: Element, whole: number, takeAway: TakeAway) {
  for (const field of body.querySelectorAll('input[type=password]')) {
    let door = field.closest('form') ?? field
    for (let around = door.parentElement; around !== null && isDoor(around, whole); around = around.parentElement)
      door = around
    if (isDoor(door, whole)) takeAway(door)
  }
}

const isDoor = (element: Element, whole: number) =>
  element.localName !== 'body' &&
  element.querySelector('h1') === null &&
  textLength(element) < Math.min(longestDoor, 0.5 * whole)

/** Characters; a headline, a sentence and what stands on the fields and buttons. */
const longestDoor = 300

function isIn(element: Element, elements: ReadonlySet<Element>): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (elements.has(at)) return true
  return false
}

function removeByName(body: Element, whole: number, isArticle: boolean, takeAway: TakeAway) {
  const rules = byName.filter(({ inArticles }) => isArticle || inArticles !== true)
  // Most elements share their names with others, and most names their words: no rule looks beyond a word.
  const known = new Map<string, number>()
  const placeOf = (called: string): number => {
    const before = known.get(called)
    if (before !== undefined) return before
    const words = called.trim().split(/\s+/)
    const [word = ''] = words
    const place =
      words.length > 1
        ? Math.min(...words.map(placeOf))
        : anyName.test(word)
          ? rules.findIndex(({ name }) => name.test(word)) >>> 0 // none is the last of all
          : none
    known.set(called, place)
    return place
  }
  for (const element of [...body.querySelectorAll('[class], [id]')]) {
    const [classes, id] = [element.getAttribute('class') ?? '', element.getAttribute('id') ?? '']
    const rule = rules[Math.min(placeOf(classes), placeOf(id))]
    if (
      !rule ||
      !element.isConnected ||
      (keptAnyway.has(element.localName) && !(rule.isSure === true && element.localName === 'span')) ||
      element.closest('pre, table, math')
    )
      continue
    const isAsking = isArticle && rule.asksFor !== undefined && element.querySelector(rule.asksFor) !== null
    const atMost = isAsking ? mostOfAsking : rule.atMost
    if (textLength(element) > Math.max(shortCharacters, atMost * whole)) continue
    if (rule.isSure) takeOut(element)
    else if (rule.linked === 0 || linkShare(element) >= rule.linked) takeAway(element)
  }
}

/** The share of a page that a box may have which asks for an address. */
const mostOfAsking = 0.25
/** So short that its share of a short page says nothing. */
const shortCharacters = 150
const keptAnyway: ReadonlySet<string> = new Set(
  'body main article h1 p a span em strong b i img picture figcaption'.split(' '),
)
