// The sentences of an article, one after the other, as places in its text.
import type { Paragraphs } from '../../extract/text.ts'
import type { Place } from './placeQuote.ts'

export function sentencesOf(
  { list, offsets }: Pick<Paragraphs, 'list' | 'offsets'>,
  lang: string | undefined,
): Place[] {
  const segmenter = new Intl.Segmenter(knownLang(lang), { granularity: 'sentence' })
  return list.flatMap(({ text }, n) => {
    const at = offsets[n] ?? 0
    return joined([...segmenter.segment(text)].map(({ segment, index }) => ({ start: index, text: segment }))).map(
      ({ start, text: sentence }) => ({ start: at + start, end: at + start + sentence.trimEnd().length }),
    )
  })
}

/** After these, a full stop ends no sentence; the engine's own list is short. */
const abbreviation = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e|z\.\s?B|d\.\s?h|bzw|ca|Nr)\.\s*$/u

type Piece = { readonly start: number; readonly text: string }

function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    const last = whole.at(-1)
    if (last && abbreviation.test(last.text))
      whole[whole.length - 1] = { start: last.start, text: last.text + piece.text }
    else whole.push(piece)
  }
  return whole
}

function knownLang(lang: string | undefined): string[] {
  try {
    return lang ? Intl.getCanonicalLocales(lang) : []
  } catch {
    return [] // a page may call its language what it likes
  }
}
