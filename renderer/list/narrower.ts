// What could be left out of a search that found nothing.

import { inQuotes } from '../search/quotes.ts'

export type Narrower = { readonly left: string; readonly rest: string }

const terms = new RegExp(String.raw`-?(?:[a-z]+:)?${inQuotes}|[^\s()]+`, 'gi')

/** The query without each of its terms, the one that narrows most by its looks first: the last operator, else the longest word. Empty for a single term. */
export function narrower(query: string): readonly Narrower[] {
  const found = [...query.matchAll(terms)].filter(([term]) => term !== 'OR')
  if (found.length < 2) return []
  const isOperator = (term: string) => /^-|^[a-z]+:./i.test(term)
  return [...found.entries()]
    .sort(
      ([a, [one]], [b, [other]]) =>
        Number(isOperator(other)) - Number(isOperator(one)) ||
        (isOperator(one) ? b - a : other.length - one.length || a - b),
    )
    .map(([, { 0: left, index }]) => ({ left, rest: without(query, index, left.length) }))
    .filter(({ rest }) => rest !== '')
}

function without(query: string, at: number, length: number): string {
  return `${query.slice(0, at)} ${query.slice(at + length)}`
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?: ?OR )+|(?: OR ?)+$/g, '')
    .replace(/ OR (?:OR )+/g, ' OR ')
    .trim()
}
