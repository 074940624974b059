import { describe, expect, test } from 'vitest'
import { isDocumentTooComplex, isTooComplex, maxDepth, maxElements } from '../../../renderer/extract/complexity.ts'
import { parseInert } from '../../../renderer/extract/trustedHtml.ts'

describe('too complex', () => {
  test.each([
    ['a hundred thousand open elements', '<div>'.repeat(100_000)],
    ['open elements with attributes', '<div class="a>b" id=x>'.repeat(10_000)],
    ['elements nested too deep and closed again', '<div>'.repeat(maxDepth + 1) + '</div>'.repeat(maxDepth + 1)],
    ['too many elements', '<p>a</p>'.repeat(maxElements + 1)],
    ['formatting elements', '<b><i>'.repeat(1_000)],
    ['elements behind a comment that a bang ends', `<!-- --!>${'<div>'.repeat(1_000)}`],
    ['elements behind an empty comment', `<!-->${'<div>'.repeat(1_000)}`],
    ['elements behind a quote that begins no value', `<p ">${'<div>'.repeat(1_000)}"`],
    ['elements behind an equals sign that is a name', `<p ="x>${'<div>'.repeat(1_000)}"`],
    ['elements in an svg style', `<svg><style>${'<div>'.repeat(1_000)}`],
    ['self-closed elements that HTML leaves open', '<div/>'.repeat(1_000)],
    ['self-closed elements after foreign content was left', `<svg><p>${'<path/>'.repeat(1_000)}`],
    ['self-closed elements in the HTML of an svg', `<svg><foreignObject>${'<path/>'.repeat(1_000)}`],
  ])('%s', (_name, html) => {
    expect(isTooComplex(html)).toBe(true)
  })
})

describe('not too complex', () => {
  test.each([
    ['a long page', '<p>a<br><img src=x><li>b'.repeat(10_000)],
    ['a drawing', `<svg>${'<path d="M0 0"/>'.repeat(5_000)}</svg>`],
    ['markup in a script', `<script>${'<div>'.repeat(2_000)}</script>`],
    ['markup in a comment', `<!-- ${'<div>'.repeat(2_000)} -->`],
    ['markup in an attribute', `<p data-x="${'<div>'.repeat(2_000)}" data-y='${'<b>'.repeat(2_000)}'>`],
    ['many tables', '<table><tr><td>a<td>b</table>'.repeat(5_000)],
    ['a tag of a million attributes', `<p${' x'.repeat(1_000_000)}${' y="z"'.repeat(1_000_000)}>`],
    ['end tags that close nothing', '</div></span>'.repeat(50_000)],
    ['as deep as is allowed', '<div>'.repeat(maxDepth) + '</div>'.repeat(maxDepth)],
  ])('%s', (_name, html) => {
    expect(isTooComplex(html)).toBe(false)
  })
})

// Read once for each piece it would outlast the test.
test('text that never ends a tag is read once', () => {
  for (const piece of ['<', '<a ', '<a b="', '<!--', '<a b=', "<a '", '</', '<svg><style>'])
    isTooComplex(piece.repeat(300_000))
})

test('a parsed document is measured exactly', () => {
  expect(isDocumentTooComplex(parseInert('<p>a</p>'.repeat(1_000)))).toBe(false)
  expect(isDocumentTooComplex(parseInert('<p>a</p>'.repeat(maxElements)))).toBe(true)
})
