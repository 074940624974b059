// The order that a search asks for, as it stands in what was typed: `sort:title`. The menu writes it there, so that it shows and can be kept.
import { orders, type OrderName } from './operators.ts'
import { inQuotes } from './quotes.ts'

/** What stands in quotes is looked for as it is. */
const quotedOrOrder = new RegExp(String.raw`${inQuotes}|(?<=^|[\s(])sort:(\S*)`, 'gi')

export function orderIn(query: string): OrderName {
  const named = [...query.matchAll(quotedOrOrder)].flatMap(([, name]) =>
    name === undefined ? [] : [name.toLowerCase()],
  )
  return orders.find((order) => order === named.at(-1)) ?? 'relevance'
}

/** In front, so that the typing can go on. */
export function inOrder(query: string, order: OrderName): string {
  const rest = query
    .replace(quotedOrOrder, (found, name?: string) => (name === undefined ? found : ''))
    .replace(/ {2,}/g, ' ')
    .trimStart()
  return order === 'relevance' ? rest : `sort:${order} ${rest}`
}
