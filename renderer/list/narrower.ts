// Which term to leave out of a search that found nothing: the last operator, for it narrows most; else the longest word.

/** Undefined when there is only one term. */
export function narrower(query: string): { readonly left: string; readonly rest: string } | undefined {
  const terms = query.match(/-?(?:[a-z]+:)?"[^"]*"?|[^\s()]+/gi)?.filter((term) => term !== 'OR') ?? []
  if (terms.length < 2) return undefined
  const operators = terms.filter((term) => /^-|^[a-z]+:./i.test(term))
  const longest = [...terms].sort((a, b) => b.length - a.length)[0]
  const left = operators.at(-1) ?? longest
  if (left === undefined) return undefined
  const rest = query
    .replace(left, ' ')
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?: ?OR )+|(?: OR ?)+$/g, '')
    .trim()
  return rest === '' ? undefined : { left, rest }
}
