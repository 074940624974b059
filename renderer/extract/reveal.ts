// A script that locks a page for some visitors hides what the page is about until it knows who has come. A page that was laid out says what was
// shown in the end; one that is only markup is read as if the script had opened it.
import { foldedAlike } from './folded.ts'
import { isHidden, isMarked } from './layoutMarks.ts'
import { hasText, linkShare, names, plainText } from './measureText.ts'

/** Shows the hidden element that holds the page's own heading or its whole text, where nothing that is shown does. */
export function reveal(body: Element, title: string): void {
  const texts = [...body.querySelectorAll('[itemprop~=articleBody]')]
  for (const inside of [headingOf(body, title), texts.length === 1 ? texts[0] : undefined]) {
    const hiding = inside === undefined ? [] : hidingIn(inside)
    const outermost = hiding.at(-1)
    if (!outermost || hiding.some((one) => isMarked(one) || isBox(one)) || !isText(outermost, leastOfPage)) continue
    const others = [...body.querySelectorAll('h1')].filter((one) => hasText(one) && !outermost.contains(one))
    if (others.length > 0) continue
    for (const one of hiding) show(one)
  }
}

/** Shows what a control in the text opens: what it names, or what stands hidden right below it. A page that was laid out has had that done. */
export function revealAnswers(body: Element): void {
  const targets = [...body.querySelectorAll('button, [role=button]')].flatMap((control) => {
    const target = openedBy(control)
    if (!target || isMarked(target) || !isHidden(target) || isBox(target)) return []
    if (target.closest(aroundText) !== null || control.closest(aroundText) !== null) return []
    return isText(target, isProse(target) ? leastOfAnswer : leastOfFold) ? [target] : []
  })
  const least = targets.filter(isProse).length >= fewestAnswers ? leastOfAnswer : leastOfFold
  for (const target of targets) if (isText(target, least)) show(target)
}

function openedBy(control: Element): Element | null {
  if (control.hasAttribute('aria-haspopup')) return null
  const named = control.getAttribute('aria-controls')
  const below = titleOf(control).nextElementSibling
  // Most of what stands below a button is shown, and is not read here.
  if (named === null) return below && isHidden(below) && isProse(below) && hasText(control) ? below : null
  return control.getAttribute('aria-expanded') === 'false' ? control.ownerDocument.getElementById(named) : null
}

/** The heading that is nothing but the control: what it opens stands below that. */
function titleOf(control: Element): Element {
  const { parentElement } = control
  return parentElement?.matches('h2, h3, h4, h5, h6, dt') && parentElement.childElementCount === 1
    ? parentElement
    : control
}

/** What a sign opens, or what is short lines, is a hint or a menu. */
function isProse(element: Element): boolean {
  const paragraphs = [...element.querySelectorAll('p, pre, li')].map((one) => plainText(one).length)
  return (
    paragraphs.reduce((sum, length) => sum + (length >= leastParagraph ? length : 0), 0) >
    mostlyProse * plainText(element).length
  )
}

const leastParagraph = 60
const mostlyProse = 0.8

const aroundText = 'nav, header, footer, aside, form, menu, dialog, [role=navigation], [role=dialog], [role=menu]'

/** The heading that says what the page or its window is called, unless another that is shown says the same. */
function headingOf(body: Element, title: string): Element | undefined {
  const called = [title, body.ownerDocument.title].map((one) => ` ${foldedAlike(one)} `)
  const isOwn = (own: string) => own !== '' && called.some((one) => one.includes(` ${own} `))
  const heading = [...body.querySelectorAll('h1')].find((one) => isOwn(foldedAlike(plainText(one))))
  if (!heading) return undefined
  const own = foldedAlike(plainText(heading))
  const isTwice = [...body.querySelectorAll('h2, h3, [role=heading]')].some(
    (one) => foldedAlike(plainText(one)) === own && hidingIn(one).length === 0,
  )
  return isTwice ? undefined : heading
}

/** What hides it, from the inside outwards. */
function hidingIn(element: Element): Element[] {
  const hiding: Element[] = []
  for (let at: Element | null = element; at && at.localName !== 'body'; at = at.parentElement)
    if (isHidden(at)) hiding.push(at)
  return hiding
}

/** It waits for a click, not for a script. */
function isBox(element: Element): boolean {
  return element.matches('nav, dialog, [role], [aria-modal]') || boxName.test(names(element))
}

const boxName = /modal|dialog|popup|pop-up|overlay|lightbox|drawer|menu|\bnav|tooltip|dropdown|sticky|mobile|\bsr-only/i

function isText(element: Element, leastCharacters: number): boolean {
  return plainText(element).length >= leastCharacters && linkShare(element) < 0.5
}

/** More than a bar with the title in it. */
const leastOfPage = 400
/** Less is a caption, or a hint about a field; where so many controls open some, an answer. */
const leastOfFold = 200
const leastOfAnswer = 60
const fewestAnswers = 3

/** Nothing that extraction goes by hides it any more. */
export function show(element: Element): void {
  element.removeAttribute('hidden')
  element.removeAttribute('style')
  element.removeAttribute('aria-hidden')
}
