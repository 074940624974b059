// The questions and answers that many articles end with: a box of its own, beside the text, with a heading that says what it is. The answers are
// often folded away and the questions stand on buttons; both are text of the article.
import { isHidden, isMarked } from './layoutMarks.ts'
import { linkShare, plainText } from './measureText.ts'

/** The boxes of questions and answers; call only for a page that says it is an article, on others they are about the site. */
export function boxesOfQuestions(body: Element): Element[] {
  return [...body.querySelectorAll('h2, h3, h4')].flatMap((heading) => {
    const text = heading.textContent ?? ''
    if (text.length > longestHeading || !announces.test(text) || heading.closest(aroundText)) return []
    const box = boxOf(heading, Number(heading.localName.slice(1)))
    return box && isOfQuestions(box) ? [box] : []
  })
}

/** Shows the answers, and takes the questions from their buttons. A page that was laid out has had its answers shown. */
export function openQuestions(box: Element): void {
  for (const element of box.querySelectorAll('[hidden], [style], [aria-hidden=true]')) {
    if (!isFolded(element) || isMarked(element) || plainText(element).length < leastAnswer) continue
    for (const name of ['hidden', 'style', 'aria-hidden']) element.removeAttribute(name)
  }
  for (const button of box.querySelectorAll('button, [role=button]'))
    if (isQuestion(plainText(button))) button.replaceWith(...button.childNodes)
}

function isFolded(element: Element): boolean {
  const style = element.getAttribute('style')
  return isHidden(element) || element.getAttribute('aria-hidden') === 'true' || (style !== null && noHeight.test(style))
}

const noHeight = /(?:^|;)\s*(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|$)/i

const aroundText = 'nav, header:not(article header, main header), footer, aside, form, menu, dialog'
const announces =
  /\bFAQs?\b|\b(frequently asked|common) questions|häufig(e|e? gestellte) fragen|questions fréquentes|foire aux questions|preguntas frecuentes|perguntas frequentes|domande frequenti|veelgestelde vragen/i
const longestHeading = 120

/** The largest box that begins with this heading: no other of its level or above stands in it, but for questions. */
function boxOf(heading: Element, level: number): Element | undefined {
  const others = ['h1', 'h2', 'h3', 'h4'].slice(0, level).join(', ')
  const isOwn = (one: Element) => one === heading || isQuestion(plainText(one))
  let box: Element = heading
  for (;;) {
    const around = box.parentElement
    if (!around || around.matches('body, main, article, html')) break
    if (![...around.querySelectorAll(others)].every(isOwn)) break
    box = around
  }
  return box === heading ? undefined : box
}

function isOfQuestions(box: Element): boolean {
  const { length } = plainText(box)
  const questions = [
    ...box.querySelectorAll('h2, h3, h4, h5, h6, button, summary, dt, p, div, span, strong, li'),
  ].filter((one) => one.childElementCount === 0 && isQuestion(plainText(one)))
  return questions.length >= fewest && length > leastAnswer * fewest && linkShare(box) < mostLinked
}

const fewest = 2
/** Characters. */
const leastAnswer = 40
const mostLinked = 0.3

function isQuestion(text: string): boolean {
  return text.length > 8 && text.length < 250 && /[?؟？]\W{0,3}$/.test(text)
}
