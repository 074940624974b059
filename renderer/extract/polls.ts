// A question to whoever reads, with what may be answered on buttons: nobody can answer it here, and its answers are gone with the buttons.
import { takeOut } from './followRule.ts'
import { plainText } from './measureText.ts'

/** Takes the one poll of an article out, with its question. Several are questions to learn by. */
export function removePoll(body: Element): void {
  const choices = [...body.querySelectorAll('input[type=radio i]')]
  const [first] = choices
  if (!first || choices.length < 2 || choices.some((one) => one.getAttribute('name') !== first.getAttribute('name')))
    return
  let poll: Element | undefined
  for (let box = first.parentElement; box && isSmall(box); box = box.parentElement)
    if (choices.every((one) => box?.contains(one)) && isAsked.test(`${box.className} ${plainText(box)}`)) poll = box
  if (poll) takeOut(poll)
}

/** Characters. */
const longest = 400

function isSmall(box: Element): boolean {
  return (
    !box.matches('body, main, article, td') &&
    (box.textContent ?? '').length <= 4 * longest &&
    plainText(box).length <= longest &&
    box.querySelector('h1, table, pre, figure') === null
  )
}

const isAsked =
  /\b(?:polls?|vote|votes|umfrage|abstimm\p{L}+|stimmen|sondage|votez|encuesta|vota|votar|enquete|sondaggio|peiling)\b|опрос|голосова|投票|アンケート|投票|استطلاع|סקר/iu
