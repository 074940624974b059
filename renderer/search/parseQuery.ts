// What a person typed -> a Query, or a Failure that points at what cannot be meant.
//   words          all of them must be there          "a phrase"    side by side         prefix*   *inside*
//   a OR b         either; binds closer than AND      -x -"x y"     without              ( )       grouping
//   "so \"so\""     a quote within quotes
//   operator:value as operators.ts knows them; in:title holds for all words of its group, sort: for all that is found
// Forgiving: an open quote or bracket ends with the text, and what is still being typed never empties the list.
import type { Result } from '../../preload/failure.ts'
import { mayBeOperator, mayGoOn, parseOperator, type Field, type Filter, type OrderName } from './operators.ts'
import { isEscape, quotes, unescaped } from './quotes.ts'
import { words as searchWords } from './words.ts'
import { exactForm, joinedOf, joins, tokenise, type Token } from './tokenise.ts'
import { wordsWithin } from './wordsWithin.ts'

export type { Field, Filter, OrderName } from './operators.ts'

export type Query =
  /** Everything that is not in the Trash. */
  | { readonly kind: 'all' }
  | Words
  | { readonly kind: 'filter'; readonly filter: Filter; readonly unfinished?: true }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Query[] }
  | { readonly kind: 'not'; readonly of: Query }
  /** Matches everything; says in which order. */
  | { readonly kind: 'sort'; readonly order: OrderName }

/** One word or a phrase. `last`: whether the last word must be whole, may go on, or may also stand inside a longer one. */
export type Words = {
  readonly kind: 'words'
  readonly terms: readonly string[]
  readonly last: 'whole' | 'prefix' | 'inside'
  readonly field?: Field
  /** The last word as it is written, but for its case: the same accents count more. */
  readonly exact?: string
  /** Other words of its stem are found too. */
  readonly stems?: true
  /** It is still being typed and may become an operator, or another value: passed over where it leaves nothing. */
  readonly unfinished?: true
}

/** `typing`: the end of the text is still being written. The last word may go on, and an operator there may be unfinished. */
export function parseQuery(
  text: string,
  { typing = false, now = new Date() }: { typing?: boolean; now?: Date } = {},
): Result<Query> {
  const parser: Parser = { lexemes: split(text), at: 0, length: text.length, typing, now, depth: 0 }
  try {
    const parts: Query[] = []
    while (parser.at < parser.lexemes.length) {
      parts.push(parseAll(parser))
      parser.at += 1 // a closing bracket that nothing opened
    }
    const query = all(parts)
    // All else without a letter, such as a dash, may be the beginning of something.
    const sign = query.kind === 'all' ? parser.lexemes.find(isEmoji) : undefined
    if (sign)
      throw new BadQuery({
        message: searchWords.emoji,
        position: sign.start,
        ...(sign.kind === 'word' ? { instead: `tag:${sign.text}` } : {}),
      })
    return { ok: true, value: query }
  } catch (thrown) {
    if (thrown instanceof BadQuery) return { ok: false, failure: { code: 'bad-query', ...thrown.told } }
    throw thrown
  }
}

type Lexeme = { readonly start: number; readonly end: number } & (
  | { readonly kind: '(' | ')' | '-' | 'OR' }
  | { readonly kind: 'quote'; readonly text: string; readonly closed: boolean }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'operator'; readonly name: string; readonly value: string }
)

function isEmoji(lexeme: Lexeme): lexeme is Extract<Lexeme, { text: string }> {
  return (
    (lexeme.kind === 'word' || lexeme.kind === 'quote') &&
    /\p{Emoji_Presentation}|\p{Extended_Pictographic}/u.test(lexeme.text)
  )
}

type Parser = {
  readonly lexemes: readonly Lexeme[]
  at: number
  readonly length: number
  readonly typing: boolean
  readonly now: Date
  depth: number
}

/** Deeper brackets are passed over: nobody writes them, and what pasted text holds must not break the search. */
const deepest = 40

class BadQuery extends Error {
  constructor(readonly told: { readonly message: string; readonly position: number; readonly instead?: string }) {
    super(told.message)
  }
}

function split(text: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  let at = 0
  const readQuote = () => {
    const open = at
    at += 1
    const from = at
    while (at < text.length && !quotes.has(text.charAt(at))) at += isEscape(text, at) ? 2 : 1
    const closed = at < text.length
    const inside = unescaped(text.slice(from, at))
    if (closed) at += 1
    return { text: inside, closed, start: open }
  }
  while (at < text.length) {
    const start = at
    const character = text.charAt(at)
    if (/\s/.test(character)) at += 1
    else if (character === '(' || character === ')') lexemes.push({ kind: character, start, end: (at += 1) })
    else if (quotes.has(character)) lexemes.push({ kind: 'quote', ...readQuote(), end: at })
    else if (character === '-' && /[^\s-]/.test(text.charAt(at + 1))) lexemes.push({ kind: '-', start, end: (at += 1) })
    else {
      while (at < text.length && !/[\s()]/.test(text.charAt(at)) && !quotes.has(text.charAt(at))) at += 1
      const word = text.slice(start, at)
      const operator = /^([a-z]+):(?!\/)(.*)$/is.exec(word)
      if (operator) {
        const name = (operator[1] ?? '').toLowerCase()
        // A value in quotes may hold spaces: tag:"old towns".
        const value = operator[2] === '' && quotes.has(text.charAt(at)) ? readQuote().text : (operator[2] ?? '')
        // A colon before a space is one of the text: "Harbours: a history".
        const isText = value === '' && at < text.length
        lexemes.push(
          isText ? { kind: 'word', text: word, start, end: at } : { kind: 'operator', name, value, start, end: at },
        )
      } else if (word === 'OR') lexemes.push({ kind: 'OR', start, end: at })
      else if (word !== 'AND') lexemes.push({ kind: 'word', text: word, start, end: at })
    }
  }
  return lexemes
}

/** Up to the end or the bracket that closes this group. */
function parseAll(parser: Parser): Query {
  const parts: Query[] = []
  const fields: Field[] = []
  let either = false
  /** Of the last part, when it is one of several that may be there: added to in place, for there may be thousands. */
  let alternatives: Query[] | undefined
  for (let lexeme = parser.lexemes[parser.at]; lexeme && lexeme.kind !== ')'; lexeme = parser.lexemes[parser.at]) {
    if (lexeme.kind === 'OR') {
      either = parts.length > 0
      parser.at += 1
      continue
    }
    const part = parseOne(parser, fields)
    if (!part) continue
    const last = either && !alternatives ? parts.pop() : undefined
    if (last) {
      alternatives = last.kind === 'or' ? [...last.of, part] : [last, part]
      parts.push({ kind: 'or', of: alternatives })
    } else if (either) alternatives?.push(part)
    else {
      alternatives = undefined
      parts.push(part)
    }
    either = false
  }
  const query = all(parts)
  return fields.reduce(within, query)
}

/** The last order that is asked for. */
export function orderOf(query: Query): OrderName | undefined {
  if (query.kind === 'sort') return query.order
  if (query.kind !== 'and' && query.kind !== 'or') return undefined
  return query.of.map(orderOf).findLast((order) => order !== undefined)
}

/** One part; undefined when nothing in it can be searched for. */
function parseOne(parser: Parser, fields: Field[]): Query | undefined {
  const lexeme = parser.lexemes[parser.at]
  if (!lexeme) return undefined
  parser.at += 1
  const isLast = parser.typing && lexeme.end === parser.length
  switch (lexeme.kind) {
    case '-': {
      const without = parseOne(parser, fields)
      if (without?.kind === 'sort') return without
      // What is being typed leaves out what it says, not all that it may yet become.
      const isTyped = parser.typing && parser.at === parser.lexemes.length
      return without && { kind: 'not', of: isTyped && isOpen(without) ? asWritten(without) : without }
    }
    case '(': {
      if (parser.depth === deepest) return undefined
      parser.depth += 1
      const group = parseAll(parser)
      parser.depth -= 1
      parser.at += 1
      return group.kind === 'all' ? undefined : group
    }
    case 'quote':
      return words(lexeme.text, isLast && !lexeme.closed ? 'prefix' : 'whole')
    case 'word': {
      const starred = lexeme.text.endsWith('*')
      if (lexeme.text.startsWith('*') && (starred || isLast)) {
        const inside = words(lexeme.text, 'inside')
        return inside?.kind === 'words' && !starred ? { ...inside, unfinished: true } : inside
      }
      const query = loose(lexeme.text, starred ? 'starred' : isLast ? 'prefix' : 'whole')
      return isLast && query?.kind === 'words' && mayBeOperator(lexeme.text) ? { ...query, unfinished: true } : query
    }
    case 'operator': {
      const parsed = parseOperator(lexeme.name, lexeme.value, parser.now, isLast)
      if (parsed.kind === 'bad') {
        if (isLast && parsed.mayGoOn) return undefined
        const { message, instead } = parsed
        throw new BadQuery({ message, position: lexeme.start, ...(instead === undefined ? {} : { instead }) })
      }
      if (parsed.kind === 'filter') {
        const unfinished = isLast && mayGoOn(lexeme.name, lexeme.value)
        return { kind: 'filter', filter: parsed.filter, ...(unfinished ? { unfinished } : {}) }
      }
      if (parsed.kind === 'sort') return parsed
      fields.push(parsed.field)
      return undefined
    }
    default:
      return undefined
  }
}

/** A word without a star that may go on. */
function isOpenWord(query: Query | undefined): query is Words {
  return query?.kind === 'words' && query.last === 'prefix' && query.stems === true
}

/** A word that is still being typed is in it, or stands for itself and others. */
function isOpen(query: Query): boolean {
  return isOpenWord(query) || (query.kind === 'or' && query.of.some(isOpen))
}

/** With its last word as it is written, not as it may go on. */
function asWritten(query: Query): Query {
  if (isOpenWord(query)) return { ...query, last: 'whole' }
  return query.kind === 'or' ? { ...query, of: query.of.map(asWritten) } : query
}

/** The query without what is unfinished; undefined when all of it is finished. */
export function withoutUnfinished(query: Query): Query | undefined {
  switch (query.kind) {
    case 'words':
    case 'filter':
      return query.unfinished && { kind: 'all' }
    case 'not':
      return withoutUnfinished(query.of) && { kind: 'all' }
    case 'and':
    case 'or': {
      // Only the last thing is being typed.
      const last = query.of.at(-1)
      const without = last && withoutUnfinished(last)
      if (!without) return undefined
      const others = query.of.slice(0, -1)
      return combined(query.kind, [...others, without])
    }
    default:
      return undefined
  }
}

function words(text: string, last: Words['last']): Query | undefined {
  const tokens = tokenise(text)
  const final = tokens.at(-1)
  if (!final) return undefined
  return {
    kind: 'words',
    terms: tokens.map(({ term }) => term),
    last,
    exact: exactForm(text.slice(final.start, final.end)),
  }
}

/** What stands outside quotes: a single word brings those of its stem, and a compound is also looked for as one word. */
function loose(text: string, how: 'whole' | 'prefix' | 'starred'): Query | undefined {
  const last = how === 'whole' ? 'whole' : 'prefix'
  const query = words(text, last)
  if (query?.kind !== 'words' || how === 'starred') return query
  if (query.terms.length === 1) {
    // Korean writes its particles onto the word.
    return { ...query, last: /^[\uac00-\ud7a3]+$/.test(query.terms[0] ?? '') ? 'prefix' : last, stems: true }
  }
  const within = wordsWithin(text)
  if (within) {
    // Whoever writes no spaces may ask for several words all the same. Where they stand as they were written, that counts more.
    const each = within.map((word) => words(word, 'whole')).filter((word) => word !== undefined)
    return { kind: 'or', of: [query, { kind: 'and', of: each }] }
  }
  const [first, second, third] = tokenise(text)
  if (first && second && text.length <= longestElided && isElided(text, first, second.start)) {
    // L’école is also found as école, d’école and écoles; as it is written it counts more.
    const word = loose(text.slice(second.start), how)
    return word ? { kind: 'or', of: [query, word] } : query
  }
  if (!first || !second || third || !joins(text, first.end, second.start)) return query
  const joined = joinedOf(text.slice(first.start, first.end), text.slice(second.start, second.end))
  if (joined === undefined) return query
  // Of "i'm" more than "import" begins so.
  const begins = second.end - second.start < 2 ? 'whole' : last
  return { kind: 'or', of: [query, { kind: 'words', terms: [joined], last: begins, exact: joined, stems: true }] }
}

/** Nobody elides further; each little word is another level down. */
const longestElided = 60
/** What French and Italian leave of a little word before a vowel. */
const elided = /^(?:[cdjlmnst]|qu|(?:lors|puis|jus|quoi)qu|un|gl|(?:d|n|s)?all|d[ae]ll|nell|sull|quest|quell|bell)$/

function isElided(text: string, first: Token, second: number): boolean {
  const between = text.slice(first.end, second)
  return (between === "'" || between === '’') && elided.test(first.term)
}

function all(parts: readonly Query[]): Query {
  return combined('and', parts)
}

function combined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const real = parts.filter((part) => part.kind !== 'all')
  return real.length === 0 ? { kind: 'all' } : real.length === 1 ? real[0]! : { kind, of: real }
}

/** The same query with its words in one field only. */
function within(query: Query, field: Field): Query {
  switch (query.kind) {
    case 'words':
      return { ...query, field: query.field ?? field }
    case 'and':
    case 'or':
      return { kind: query.kind, of: query.of.map((part) => within(part, field)) }
    case 'not':
      return { kind: 'not', of: within(query.of, field) }
    default:
      return query
  }
}
