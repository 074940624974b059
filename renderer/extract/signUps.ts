// Boxes that ask for an address, to send letters to: the words around the field are no more of the text than the field.
import { takeOut } from './followRule.ts'
import { plainText } from './measureText.ts'

/** Takes each field that asks for a mail address out of an article, or whose button offers to send something, with the few words that belong to it. */
export function removeSignUps(body: Element): void {
  const whole = lengthOf(body)
  for (const field of body.querySelectorAll('input')) {
    if (!field.isConnected || !isForText(field)) continue
    let box: Element = field.closest('form') ?? field
    if (box.querySelector('textarea, select, h1') || lengthOf(box) > longest) continue
    let isAsking = asksForMail(field) || hasButtonFor(box)
    for (let around = box.parentElement; around && isBoxOf(box, around, whole); around = around.parentElement) {
      box = around
      isAsking ||= hasButtonFor(box)
    }
    if (isAsking && box !== field) takeOut(box)
  }
}

/** Characters; a heading, a sentence or two, and what one agrees to. */
const longest = 400
/** A paragraph of the text is longer. */
const longestLine = 200
const mostOfPage = 0.25

/** Whether nothing but such a box is around it. */
function isBoxOf(inner: Element, around: Element, whole: number): boolean {
  if (around.matches('body, main, article, td') || lengthOf(around) > Math.min(longest, mostOfPage * whole))
    return false
  if (around.querySelector('h1, table, pre, figure, blockquote, textarea, select')) return false
  return [...around.children].every((child) => child.contains(inner) || lengthOf(child) <= longestLine)
}

function isForText(field: HTMLInputElement): boolean {
  return !field.hasAttribute('type') || /^(?:email|text)$/i.test(field.getAttribute('type') ?? '')
}

function asksForMail(field: Element): boolean {
  return (
    field.getAttribute('type')?.toLowerCase() === 'email' ||
    ['name', 'id', 'placeholder', 'aria-label', 'autocomplete'].some((name) =>
      forMail.test(field.getAttribute(name) ?? ''),
    )
  )
}

const forMail = /e-?mail|^\S+@\S+\.\S+$|correo|courriel|メール|邮箱|郵箱|이메일|почт/i

function hasButtonFor(box: Element): boolean {
  return [...box.querySelectorAll('button, input[type=submit i], [role=button], a')].some((button) =>
    signUp.test(plainText(button) || (button.getAttribute('value') ?? '')),
  )
}

const signUp =
  /^(?:sign (?:me )?up|subscribe|join(?: (?:us|now|free|the list))?|notify me|get (?:updates|the newsletter)|(?:jetzt )?(?:abonnieren|anmelden)|s['’]abonner|s['’]inscrire|suscr[ií]b\S*|inscr[ií]b\S*|assin\S+|iscriv\S+|inschrijven|aanmelden|zapisz się|prenumerera|подписаться|订阅|訂閱|登録する|구독하기|اشترك)(?![\p{L}\p{N}])/iu

function lengthOf(element: Element): number {
  return element.textContent?.length ?? 0
}
