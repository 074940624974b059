// What could be left out of a search that found nothing.

import { inQuotes } from '../search/quotes.ts'

export type Narrower = { readonly left: string; readonly rest: string }

const terms = new RegExp(String.raw`-?(?:[a-z]+:)?${inQuotes}|[^\s()]+`, 'gi')

/** Each of them is asked about. */
const mostOffered = 8

/** The query without one of its terms, first without what narrows most by its looks: the last operator, else the longest word. Empty for a single term. */
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
    .slice(0, mostOffered)
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
