// What a page's linked data says word for word of its text: what goes into a dish and how it is made, questions and their answers. Where such a line
// stands on the page, it is what the page is about, however short it is and whatever its box is called.
import { decodeEntities } from './entities.ts'
import { folded } from './folded.ts'
import { hasType, list, textOf, type LinkedObject } from './jsonLd.ts'
import type { Paragraph } from './text.ts'

/** Which of the paragraphs are stated; none where fewer than three are. */
export function statedIn(paragraphs: readonly Paragraph[], linked: readonly LinkedObject[]): ReadonlySet<Paragraph> {
  const lines = linked
    .flatMap((object) => [...ofRecipe(object), ...ofQuestions(object), ...ofPlace(object)])
    .map((line) => folded(plain(line)))
  if (lines.length < fewest) return new Set()
  const all = `\n${lines.join('\n')}\n`
  const words = lines.map((line) => new Set(line.split(' ')))
  const found = paragraphs.filter(({ text }) => {
    const own = folded(text)
    if (own === '' || own.length > longest) return false
    if (all.includes(own.length < aSentence ? `\n${own}\n` : own)) return true
    const parts = own.split(' ')
    return parts.length <= mostWords && words.some((one) => isOf(parts, one))
  })
  return new Set(found.length < fewest ? [] : found)
}

const fewest = 3
const longest = 2_000
/** Characters: a piece of a line that may stand in it by chance is shorter. */
const aSentence = 30
const mostWords = 20
const mostOfLine = 0.5

/** Of a line whose parts a page puts into columns or brackets all words are there, in another order or without a few. */
function isOf(parts: readonly string[], line: ReadonlySet<string>): boolean {
  return parts.length > 1 && parts.length >= mostOfLine * line.size && parts.every((part) => line.has(part))
}

function ofRecipe(object: LinkedObject): string[] {
  if (!hasType(object, /^Recipe$/)) return []
  return [...list(object['recipeIngredient']), ...list(object['recipeInstructions'])].flatMap(stepsOf)
}

function stepsOf(step: unknown): string[] {
  if (typeof step === 'string') return step.split(/\n+/)
  if (typeof step !== 'object' || step === null) return []
  const { text, name, itemListElement } = step as LinkedObject
  return [textOf(text), textOf(name), ...list(itemListElement).flatMap(stepsOf)].filter((one) => one !== undefined)
}

function ofQuestions(object: LinkedObject): string[] {
  if (!hasType(object, /^Question$/)) return []
  const answer = list(object['acceptedAnswer'])[0] as LinkedObject | undefined
  return [textOf(object['name']), textOf(answer?.['text'])].flatMap(
    (one) => one?.split(/<\/(?:p|li|h\d)>|<br[^>]*>|\n/i) ?? [],
  )
}

/** What a place of work asks for and gives, all of it in HTML. */
function ofPlace(object: LinkedObject): string[] {
  if (!hasType(object, /^JobPosting$/)) return []
  return decodeEntities(textOf(object['description']) ?? '').split(/<\/(?:p|li|h\d|div|ul|ol|strong|b)>|<br[^>]*>|\n/i)
}

/** Answers are written in HTML. */
function plain(text: string): string {
  return text.replace(/<[^>]*>/g, ' ').replace(/&#?\w+;/g, ' ')
}
