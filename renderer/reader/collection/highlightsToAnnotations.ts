// Highlights as the W3C's Web Annotation Data Model has them, for other programs that know it.
import type { Article } from '../../../preload/article.ts'
import type { HighlightWithArticle } from '../../library/highlights.ts'
import { newUlid } from '../../library/newUlid.ts'
import { timeOfUlid } from '../../library/timeOfUlid.ts'

/** A collection of one page. Both have names of their own, as the model asks: other programs keep what they took in by name. */
export function highlightsToAnnotations(all: readonly HighlightWithArticle[]): string {
  const articles = [...new Map(all.map(({ article }) => [article.id, article])).values()]
  const items = [...all.map(annotationOf), ...articles.flatMap(noteOf)]
  const [id, page] = [`urn:ulid:${newUlid()}`, `urn:ulid:${newUlid()}`]
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: 'Highlights',
    generator: { type: 'Software', name: 'Offprint' },
    total: items.length,
    first: { id: page, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
    last: page,
  }
  return `${JSON.stringify(collection, undefined, 2)}\n`
}

function annotationOf({ highlight, article }: HighlightWithArticle) {
  return {
    id: `urn:ulid:${highlight.id}`,
    type: 'Annotation',
    motivation: highlight.note === undefined ? 'highlighting' : 'commenting',
    created: timeOfUlid(highlight.id),
    ...(highlight.note === undefined ? {} : { body: [commentOf(highlight.note)] }),
    target: {
      type: 'SpecificResource',
      source: sourceOf(article),
      styleClass: highlight.colour,
      selector: {
        type: 'TextQuoteSelector',
        exact: highlight.quote,
        ...(highlight.prefix === '' ? {} : { prefix: highlight.prefix }),
        ...(highlight.suffix === '' ? {} : { suffix: highlight.suffix }),
      },
    },
  }
}

/** The note on an article as a whole: there is one at most, so that it may have the article's name. */
function noteOf(article: Article) {
  if (article.note === undefined) return []
  return [
    {
      id: `urn:ulid:${article.id}`,
      type: 'Annotation',
      motivation: 'commenting',
      body: [commentOf(article.note)],
      target: sourceOf(article),
    },
  ]
}

function commentOf(note: string) {
  return { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }
}

/** The model's own context knows no title; Dublin Core's is among its prefixes. */
function sourceOf(article: Article) {
  return { id: article.url, type: 'Text', 'dc:title': article.title }
}
