// What could be left out of a search that found nothing.

export type Narrower = { readonly left: string; readonly rest: string }

/** The query without each of its terms, the one that narrows most by its looks first: the last operator, else the longest word. Empty for a single term. */
export function narrower(query: string): readonly Narrower[] {
  const terms = query.match(/-?(?:[a-z]+:)?"[^"]*"?|[^\s()]+/gi)?.filter((term) => term !== 'OR') ?? []
  if (terms.length < 2) return []
  const isOperator = (term: string) => /^-|^[a-z]+:./i.test(term)
  return [...terms.entries()]
    .sort(
      ([a, one], [b, other]) =>
        Number(isOperator(other)) - Number(isOperator(one)) ||
        (isOperator(one) ? b - a : other.length - one.length || a - b),
    )
    .map(([, left]) => ({ left, rest: without(query, left) }))
    .filter(({ rest }) => rest !== '')
}

function without(query: string, left: string): string {
  return query
    .replace(left, ' ')
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?: ?OR )+|(?: OR ?)+$/g, '')
    .replace(/ OR (?:OR )+/g, ' OR ')
    .trim()
}
