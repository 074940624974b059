// A query with one of its words spelled otherwise.
import { eachToken, foldWord } from '../search/tokenise.ts'

/** `typed`: the word, folded. The query as it is when the word does not stand in it. */
export function spelled(query: string, typed: string, meant: string): string {
  let place: { readonly start: number; readonly end: number } | undefined
  eachToken(query, (raw, start) => {
    if (!place && foldWord(raw) === typed) place = { start, end: start + raw.length }
  })
  return place ? query.slice(0, place.start) + meant + query.slice(place.end) : query
}
