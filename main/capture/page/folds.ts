// Opens what an article has folded away: "read more" under a text that is cut off, closed details within it, answers below their questions. Never follows a link, and leaves
// comments, menus and whatever shares or subscribes as it is.
import { allElements, attribute, body, parentElement, textContent } from './dom.ts'

const mostFolds = 20
/** A page of questions has many answers. */
const mostFolded = 200
/** As a control says it, and nothing else beside it. */
const saysMore =
  /^(?:\W*)(?:(?:click |tap )?(?:to )?(?:read|show|see|view|load|expand|continue|keep|display)(?: (?:the )?(?:more|full|rest|whole|entire|complete|reading|all|on|story|article|text|post))+|read on|expand|more|full (?:story|article|text)|weiterlesen|mehr (?:lesen|anzeigen|erfahren)|(?:ganzen )?(?:artikel|text|beitrag) (?:lesen|anzeigen)|alles anzeigen|lire (?:la suite|plus)|afficher (?:plus|la suite)|voir plus|leer m[aá]s|ver m[aá]s|mostrar m[aá]s|seguir leyendo|leggi (?:tutto|di pi[uù]|altro)|continua a leggere|mostra (?:tutto|altro)|ler mais|ver mais|continuar lendo|lees (?:meer|verder)|meer (?:lezen|tonen)|läs mer|les mer|læs mere|lue lisää|czytaj (?:dalej|więcej)|читать (?:далее|полностью|дальше)|показать (?:полностью|ещё)|もっと(?:見る|読む)|続きを読む|阅读全文|展开(?:全文|阅读全文)?|閱讀更多|더 ?보기)(?:\W*)$/iu
const notInArticles =
  /comment|disqus|discussion|repl(?:y|ies)|share|social|related|recommend|newsletter|subscri|paywall|sign-?up|login|consent|cookie|menu|nav|breadcrumb|footer|sidebar|toolbar|filter|carousel|gallery|(?:^|[^a-z])toc(?:[^a-z]|$)|table-?of-?contents/i
const controls =
  'button, [role="button"], [aria-expanded="false"], a, summary, label, [class*="more" i], [class*="expand" i]'
/** Less than this is a caption or a biography. */
const leastText = 200
/** An answer may be shorter, where so many controls open some. */
const leastAnswer = 60
const fewestAnswers = 3
/** What a text is cut down by, at least, where it is cut. */
const leastHiddenPx = 60

/** How many were opened. What they load is waited for by whoever asked. */
export function openFolds(): number {
  let opened = openDetails() + showFolded()
  const tried = new Set<Element>()
  for (const control of allElements(controls).slice(0, 2_000)) {
    if (opened >= mostFolds) break
    if (tried.has(control) || !isFold(control)) continue
    tried.add(control)
    const cut = cutTextBefore(control)
    if (!cut && !expands(control)) continue
    press(control)
    opened += 1
  }
  return opened
}

/** In the article; elsewhere they are menus. */
function openDetails(): number {
  let opened = 0
  for (const details of allElements('details:not([open])')) {
    if (!isInArticle(details) || opened >= mostFolds || (textContent(details) ?? '').length < leastText) continue
    details.toggleAttribute('open', true)
    opened += 1
  }
  return opened
}

/** What search within a page would open, and what a control in the article opens: shown as it is, without its script's hand. */
function showFolded(): number {
  const opened = allElements('button, [role="button"]')
    .filter((control) => !isFold(control) && !leads(control) && isInArticle(control))
    .map(openedBy)
    .filter((one): one is Element => one !== undefined && isText(one, isProse(one) ? leastAnswer : leastText))
  const least = opened.filter(isProse).length >= fewestAnswers ? leastAnswer : leastText
  const folded = [...allElements('[hidden="until-found" i]'), ...opened].filter(
    (one) => isInArticle(one) && isText(one, least),
  )
  const hidden = folded.filter((one) => isGone(one, least) || attribute(one, 'hidden') !== null).slice(0, mostFolded)
  for (const one of hidden) show(one)
  return hidden.length
}

/** What it names as folded away; where it names nothing, what stands hidden right below it and is no window over the page. */
function openedBy(control: Element): Element | undefined {
  if (attribute(control, 'aria-controls') !== null)
    return attribute(control, 'aria-expanded') === 'false' ? controlled(control) : undefined
  const below = attribute(control, 'aria-haspopup') === null ? control.nextElementSibling : null
  if (
    !below ||
    !/\p{L}/u.test(textContent(control) ?? '') ||
    !isGone(below, leastAnswer) ||
    attribute(below, 'role') !== null
  )
    return undefined
  return !isProse(below) || isWindow.test(`${attribute(below, 'id') ?? ''} ${attribute(below, 'class') ?? ''}`)
    ? undefined
    : below
}

/** Short lines are a hint or a menu. */
function isProse(element: Element): boolean {
  const paragraphs = allElements('p, pre, li', element).map((one) => (textContent(one) ?? '').trim().length)
  const prose = paragraphs.reduce((sum, length) => sum + (length >= leastParagraph ? length : 0), 0)
  return prose > mostlyProse * (textContent(element) ?? '').trim().length
}

const leastParagraph = 60
const mostlyProse = 0.8

const isWindow = /modal|dialog|pop-?up|pop-?over|overlay|lightbox|drawer|tooltip|dropdown|\bcit(?:e|ation)/i

/** And no list of links. */
function isText(element: Element, least: number): boolean {
  const length = (textContent(element) ?? '').trim().length
  const linked = allElements('a[href]', element).reduce((sum, link) => sum + (textContent(link) ?? '').trim().length, 0)
  return length >= least && linked < length / 2
}

function show(element: Element): void {
  element.removeAttribute('hidden')
  if (element instanceof HTMLElement && getComputedStyle(element).display === 'none')
    element.style.setProperty('display', 'block', 'important')
}

function isFold(control: Element): boolean {
  const words =
    (textContent(control) ?? '').replace(/\s+/g, ' ').trim() || (attribute(control, 'aria-label') ?? '').trim()
  if (words.length === 0 || words.length > 40 || !saysMore.test(words)) return false
  if (leads(control) || sends(control) || !isInArticle(control)) return false
  const { width, height } = control.getBoundingClientRect()
  return width > 0 && height > 0
}

/** A link, or within one: it goes elsewhere. `#` and scripts stay on the page. */
function leads(control: Element): boolean {
  const link = Element.prototype.closest.call(control, 'a[href]') ?? allElements('a[href]', control)[0]
  if (!link) return false
  const href = (attribute(link, 'href') ?? '').trim()
  return !(href === '' || href.startsWith('#') || /^javascript:\s*(?:void|;|$)/i.test(href))
}

function sends(control: Element): boolean {
  if (!Element.prototype.closest.call(control, 'form')) return false
  return control.localName !== 'button' || (attribute(control, 'type') ?? 'submit').toLowerCase() !== 'button'
}

const articles = 'article, main, [role="main"], [itemprop="articleBody"], .article, .post, .entry-content, .story'

function isInArticle(element: Element): boolean {
  for (let at: Element | null = element; at && at !== body(document); at = parentElement(at)) {
    if (/^(?:nav|header|footer|aside|menu|dialog)$/.test(at.localName)) return false
    if (
      /^(?:navigation|menu|menubar|dialog|complementary|banner|contentinfo|tablist)$/.test(attribute(at, 'role') ?? '')
    )
      return false
    if (notInArticles.test(`${attribute(at, 'id') ?? ''} ${attribute(at, 'class') ?? ''}`)) return false
  }
  return Element.prototype.closest.call(element, articles) !== null || allElements('article, main').length === 0
}

/** It says what it opens, and that holds text which is not seen. */
function expands(control: Element): boolean {
  const target = attribute(control, 'aria-expanded') === 'false' ? controlled(control) : undefined
  return target !== undefined && (textContent(target) ?? '').trim().length >= leastText && isInArticle(target)
}

function controlled(control: Element): Element | undefined {
  const id = attribute(control, 'aria-controls')
  return (id && Document.prototype.getElementById.call(document, id)) || undefined
}

/** A text that is cut off, with the control at its end: in it, or right behind it. */
function cutTextBefore(control: Element): Element | undefined {
  let at: Element | null = control
  for (let up = 0; at && up < 5; up++, at = parentElement(at)) {
    if (at === body(document)) break
    if (at !== control && isCut(at)) return at
    if (/^(?:article|main)$/.test(at.localName)) break
    const beside: Element | null = at.previousElementSibling
    for (const one of [beside, beside?.lastElementChild]) if (one && isCut(one)) return one
    // Words behind a display: none next to it.
    for (const one of [beside, at.nextElementSibling]) if (one && isGone(one) && isInArticle(one)) return one
  }
  return undefined
}

function isCut(element: Element): boolean {
  const style = getComputedStyle(element)
  if (!/hidden|clip/.test(style.overflowY) && style.webkitLineClamp === 'none') return false
  return element.scrollHeight > element.clientHeight + leastHiddenPx && (textContent(element) ?? '').length >= leastText
}

function isGone(element: Element, least = leastText): boolean {
  return getComputedStyle(element).display === 'none' && (textContent(element) ?? '').trim().length >= least
}

/** As a hand would, but for what the browser itself would do: nothing is followed and nothing is sent. */
function press(control: Element): void {
  const stay = (event: Event) => event.preventDefault()
  for (const kind of ['click', 'submit']) addEventListener(kind, stay)
  try {
    EventTarget.prototype.dispatchEvent.call(
      control,
      new MouseEvent('click', { bubbles: true, cancelable: true, view: window }),
    )
  } finally {
    for (const kind of ['click', 'submit']) removeEventListener(kind, stay)
  }
}
