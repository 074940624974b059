// An article of many pages: the first page holds the others in frames of ours; each is extracted by itself, and their texts follow each other.
import type { Extraction } from '../../preload/extraction.ts'
import { isTooComplex, TooComplex } from './complexity.ts'
import { sanitiseToString } from './sanitise.ts'
import { paragraphs } from './text.ts'
import { parseInert } from './trustedHtml.ts'
import { countWords } from './words.ts'

export type Part = { readonly document: Document; readonly url: string }

/** Takes the parts out of the document. */
export function takeParts(document: Document): Part[] {
  const places = [...document.querySelectorAll('[data-offprint-part]')]
  return places.map((place) => {
    place.remove()
    return { document: contentOf(place), url: place.getAttribute('data-offprint-part') ?? '' }
  })
}

/** Versions kept earlier hold them in templates, which show nothing. */
function contentOf(place: Element): Document {
  const html = place.getAttribute('srcdoc') ?? ''
  if (isTooComplex(html)) throw new TooComplex()
  const part = parseInert(html)
  if (place instanceof HTMLTemplateElement) part.body.append(place.content)
  return part
}

/** In order; a part that says what an earlier one has said already is left out. */
export function joinParts(first: Extraction, parts: readonly Extraction[]): Extraction {
  const said = new Set([first.text])
  const kept = parts.filter(({ text }) => text !== '' && !said.has(text) && said.add(text))
  const html = sanitiseToString([first, ...kept].map((one) => one.html).join('\n'))
  const { text } = paragraphs(parseInert(html).body)
  const words = countWords(text, first.lang)
  const blobs = [...new Set([first, ...kept].flatMap((one) => one.blobs))]
  const missing = [first, ...kept].reduce((sum, { images }) => sum + images.found - images.kept, 0)
  return {
    ...first,
    html,
    text,
    words,
    blobs,
    images: { kept: blobs.length, found: blobs.length + missing },
    ...('visibleWords' in first && { visibleWords: Math.max(words, first.visibleWords ?? 0) }),
  }
}
