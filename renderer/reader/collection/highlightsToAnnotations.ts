// Highlights as the W3C's Web Annotation Data Model has them, for other programs that know it.
import type { HighlightWithArticle } from '../../library/highlights.ts'

export function highlightsToAnnotations(all: readonly HighlightWithArticle[]): string {
  const items = all.map(({ highlight, article }) => ({
    id: `urn:ulid:${highlight.id}`,
    type: 'Annotation',
    motivation: highlight.note === undefined ? 'highlighting' : 'commenting',
    created: timeOf(highlight.id),
    ...(highlight.note === undefined
      ? {}
      : { body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: highlight.note }] }),
    target: {
      type: 'SpecificResource',
      source: { id: article.url, type: 'Text', title: article.title },
      styleClass: highlight.colour,
      selector: {
        type: 'TextQuoteSelector',
        exact: highlight.quote,
        prefix: highlight.prefix,
        suffix: highlight.suffix,
      },
    },
  }))
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    label: 'Highlights',
    generator: { type: 'Software', name: 'Offprint' },
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${JSON.stringify(collection, undefined, 2)}\n`
}

/** The time that a ULID begins with. */
function timeOf(ulid: string): string {
  let time = 0
  for (const digit of ulid.slice(0, 10)) time = time * 32 + '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit)
  return new Date(time).toISOString()
}
