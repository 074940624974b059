// What may follow what is being typed: the rest of an operator's name, or of a value that it knows. Shown after the caret, taken with Tab.
import { escaped, needsQuotes, quoted, unescaped } from '../search/quotes.ts'
import { fields, operatorNames, orders, states, things } from '../search/operators.ts'

/** What the library holds, the most frequent first. */
export type Names = Readonly<Record<'tags' | 'sites' | 'authors' | 'langs', readonly string[]>>

const dates = ['today', 'yesterday', '2w', '6m', '1y']

/** What to add at the end of the query; undefined when nothing is likely. */
export function completion(query: string, names: Names): string | undefined {
  const word = /(?:^|[\s(])-?([a-z]+)$/i.exec(query)?.[1]
  // One letter may become anything.
  if (word !== undefined && word.length > 1) {
    const name = operatorNames.find((one) => one.startsWith(word.toLowerCase()) && one !== word.toLowerCase())
    return name && `${name.slice(word.length)}:`
  }
  const asked = openValue.exec(query)
  if (!asked) return undefined
  const [, operator = '', inside, bare = ''] = asked
  const typed = inside === undefined ? bare : unescaped(inside)
  const value = valuesOf(operator.toLowerCase(), names).find((one) => fits(one, typed))
  if (value === undefined || value.length === typed.length) return undefined
  const rest = value.slice(typed.length)
  if (inside !== undefined) return `${escaped(rest)}"`
  if (!needsQuotes(value)) return rest
  // A value of several words needs quotes from its beginning.
  return typed === '' ? quoted(value) : undefined
}

/** An operator with the beginning of its value, in quotes or not. */
const openValue = /(?:^|[\s(])-?([a-z]+):(?:"((?:[^"\\]|\\["\\]?)*)|([^\s"()]*))$/i

function fits(value: string, typed: string): boolean {
  return value.toLowerCase().startsWith(typed.toLowerCase())
}

function valuesOf(operator: string, { tags, sites, authors, langs }: Names): readonly string[] {
  switch (operator) {
    case 'tag':
      return tags
    case 'site':
      return sites
    case 'author':
      return authors
    case 'lang':
      return langs
    case 'in':
      return fields
    case 'is':
      return states
    case 'has':
      return things
    case 'sort':
      return orders
    case 'saved':
    case 'before':
    case 'after':
      return dates
    case 'words':
      return ['>2000']
    default:
      return []
  }
}
