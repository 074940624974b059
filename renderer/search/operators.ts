// The table of operators: what each understands, and what it says when it does not.
import { parseDays, type Days } from './days.ts'
import { foldPhrase } from './foldPhrase.ts'
import { valueOf } from './quotes.ts'
import { editsBetween } from './spelling.ts'
import { words } from './words.ts'

export const fields = ['title', 'text', 'notes'] as const
export type Field = (typeof fields)[number]

export const states = ['inbox', 'later', 'archived', 'unread', 'favourite', 'highlighted', 'trashed'] as const
export type StateName = (typeof states)[number]

export const things = ['pdf', 'note', 'image'] as const

/** Numbers from `from` to `to`, both included. */
export type Range = { readonly from: number; readonly to: number }

export type Filter =
  /** `open`: the name may go on; it is still being typed. */
  | { readonly kind: 'tag'; readonly tag: string; readonly open: boolean }
  | { readonly kind: 'site'; readonly site: string; readonly open: boolean }
  | { readonly kind: 'author'; readonly author: string }
  | { readonly kind: 'lang'; readonly lang: string }
  | { readonly kind: 'is'; readonly state: StateName }
  | { readonly kind: 'has'; readonly thing: (typeof things)[number] }
  | { readonly kind: 'words'; readonly range: Range }
  /** By the day the page states, else by the day it was saved. */
  | { readonly kind: 'published'; readonly days: Days }
  | { readonly kind: 'saved'; readonly days: Days }

export const orders = ['relevance', 'newest', 'oldest', 'title', 'published', 'longest', 'shortest'] as const
export type OrderName = (typeof orders)[number]

export type ParsedOperator =
  | { readonly kind: 'sort'; readonly order: OrderName }
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'in'; readonly field: Field }
  /** `instead`: the whole of it as it may have been meant. `mayGoOn`: with more typed it may be right. */
  | { readonly kind: 'bad'; readonly message: string; readonly instead?: string; readonly mayGoOn: boolean }

/** `open`: the value is still being typed. */
export function parseOperator(name: string, value: string, now: Date, open: boolean): ParsedOperator {
  if (!Object.hasOwn(operators, name)) {
    const near = nearest(name, operatorNames)
    return bad(words.unknownOperator(name, near), near && `${near}:${valueOf(value)}`)
  }
  if (value.trim() === '') return bad(words.needsValue(name))
  return operators[name as keyof typeof operators](value.trim(), now, open) // it has that name
}

const operators = {
  tag: (value: string, _now: Date, open: boolean) =>
    filter({ kind: 'tag', tag: foldPhrase(value.replace(/\/+$/, '')), open }),
  site: (value: string, _now: Date, open: boolean) =>
    filter({ kind: 'site', site: foldPhrase(value.replace(/^www\./, '')), open }),
  author: (value: string) => filter({ kind: 'author', author: foldPhrase(value) }),
  lang: (value: string) => filter({ kind: 'lang', lang: value.toLowerCase() }),
  in: (value: string): ParsedOperator => {
    const field = oneOf(fields, value)
    return field ? { kind: 'in', field } : badValue('in', value, fields)
  },
  is: (value: string) => {
    const state = oneOf(states, value)
    return state ? filter({ kind: 'is', state }) : badValue('is', value, states)
  },
  has: (value: string) => {
    const thing = oneOf(things, value)
    return thing ? filter({ kind: 'has', thing }) : badValue('has', value, things)
  },
  words: (value: string) => {
    const range = parseRange(value)
    return range ? filter({ kind: 'words', range }) : bad(words.needsNumber('words'))
  },
  before: (value: string, now: Date) =>
    onDays('before', value, now, (days) => filter({ kind: 'published', days: { from: '', to: days.from } })),
  after: (value: string, now: Date) =>
    onDays('after', value, now, (days) => filter({ kind: 'published', days: { from: days.to, to: '~' } })),
  saved: (value: string, now: Date) => onDays('saved', value, now, (days) => filter({ kind: 'saved', days })),
  sort: (value: string): ParsedOperator => {
    const order = oneOf(orders, value)
    return order ? { kind: 'sort', order } : badValue('sort', value, orders)
  },
} satisfies Record<string, (value: string, now: Date, open: boolean) => ParsedOperator>

export const operatorNames = Object.keys(operators)

/** With more typed this word may become an operator, or join what stands on either side of it. */
export function mayBeOperator(word: string): boolean {
  return (
    operatorNames.some((name) => name.startsWith(word.toLowerCase())) ||
    ['AND', 'OR'].some((name) => name.startsWith(word))
  )
}

/** With more typed this value may mean what it does not mean now, and match more. */
export function mayGoOn(name: string, value: string): boolean {
  switch (name) {
    case 'words':
      return /\d$/.test(value)
    case 'before':
    case 'after':
    case 'saved':
      return !/(?:\d{4}-\d\d?-\d\d|[dwmy])$/.test(value)
    case 'lang':
      return value.length < 2 || value.includes('-')
    case 'site':
      return /^w{1,3}$/i.test(value)
    default:
      return false
  }
}

function onDays(name: string, value: string, now: Date, use: (days: Days) => ParsedOperator): ParsedOperator {
  const days = parseDays(value, now, name === 'saved' ? 'since' : 'at')
  return days ? use(days) : bad(words.needsDate(name))
}

function parseRange(value: string): Range | undefined {
  const between = /^(\d{1,9})\.\.(\d{1,9})$/.exec(value)
  if (between) return { from: Number(between[1]), to: Number(between[2]) }
  const one = /^(>=?|<=?)?(\d{1,9})$/.exec(value)
  if (!one) return undefined
  const count = Number(one[2])
  switch (one[1]) {
    case '>':
      return { from: count + 1, to: Infinity }
    case '>=':
      return { from: count, to: Infinity }
    case '<':
      return { from: 0, to: count - 1 }
    case '<=':
      return { from: 0, to: count }
    default:
      return { from: count, to: count }
  }
}

function filter(filter: Filter): ParsedOperator {
  return { kind: 'filter', filter }
}

function bad(message: string, instead?: string, mayGoOn = true): ParsedOperator {
  return { kind: 'bad', message, mayGoOn, ...(instead === undefined ? {} : { instead }) }
}

function badValue(name: string, value: string, known: readonly string[]): ParsedOperator {
  const near = nearest(value, known)
  const begins = (one: string) => one.startsWith(value.toLowerCase())
  return bad(
    words.knows(name, known, near),
    near && `${name}:${near}`,
    known.some(begins) || Object.keys(meant).some(begins),
  )
}

/** What people write for it all the same. */
const meant: Readonly<Record<string, string>> = {
  favorite: 'favourite',
  favourites: 'favourite',
  favorites: 'favourite',
  archive: 'archived',
  trash: 'trashed',
  highlights: 'highlighted',
  notes: 'note',
  images: 'image',
  pdfs: 'pdf',
  picture: 'image',
  date: 'published',
}

function oneOf<T extends string>(known: readonly T[], value: string): T | undefined {
  const written = value.toLowerCase()
  return known.find((one) => one === written) ?? known.find((one) => one === meant[written])
}

/** The name that may have been meant. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const written = name.toLowerCase()
  return (
    known.find((one) => one.length > 2 && written.length > 1 && (one.startsWith(written) || written.startsWith(one))) ??
    known.find((one) => one.length > 2 && editsBetween(written, one, 2) <= (one.length > 4 ? 2 : 1))
  )
}
