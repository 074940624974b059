// Text of the list with the matched words marked.
import type { Marked as Place } from '../search/marks.ts'

/** Where what was searched for stands in a text: in order, none over another. */
export type Finder = (text: string) => readonly Place[]

/** A name, which comes from the library and not from the search. Without a finder, as it is. */
export function MarkedName({ text, find }: { text: string; find: Finder | undefined }) {
  const places = find?.(text) ?? []
  if (places.length === 0) return text
  return (
    <>
      {places.map(({ start, end }, index) => (
        <span key={start}>
          {text.slice(places[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(places.at(-1)?.end)}
    </>
  )
}

/** A snippet: the matched words stand between U+E000 and U+E001 and are marked. */
export function Marked({ text }: { text: string }) {
  return text.split('\uE000').map((part, index) => {
    if (index === 0) return part
    const [match = '', rest = ''] = part.split('\uE001')
    return (
      <span key={index}>
        <mark>{match}</mark>
        {rest}
      </span>
    )
  })
}
