import { expect, test } from 'vitest'
import { decodePage } from '../../../renderer/extract/decodePage.ts'
import { examine } from '../../../renderer/extract/examine.ts'

const bytes = (html: string) => new TextEncoder().encode(html)
const latin = (html: string) => Uint8Array.from(html, (character) => character.charCodeAt(0))
const sentence =
  'The ferry crosses the sound four times a day, and on the first trip it carries the letters of the town.'
const page =
  `<title>The ferry</title><nav><a href="/">Front page</a></nav><article><h1>The ferry</h1>` +
  `<figure><img src="offprint-asset:${'a'.repeat(64)}.jpg"><figcaption>The ferry at noon</figcaption></figure>` +
  `<p>${sentence}</p><p>${sentence} Then it rests.</p></article>`

test('says which step has removed or added which block', () => {
  const { why } = examine(bytes(page), 'https://a.example/', true)
  expect(why).toContainEqual({ step: 'content', removed: 'Front page' })
  expect(why?.some(({ removed }) => removed === sentence)).toBe(false)
})

test('gives the text also without captions', () => {
  const { text, textWithoutCaptions, why } = examine(bytes(page), 'https://a.example/', false)
  expect(text).toContain('The ferry at noon')
  expect(textWithoutCaptions).not.toContain('The ferry at noon')
  expect(textWithoutCaptions).toContain(sentence)
  expect(why).toBeUndefined()
})

test('reads UTF-8 that calls itself something else, and other charsets by their name', () => {
  const beyondAPiece = `${'a'.repeat(4_094)}言葉 ${'ä'.repeat(9_000)}`
  expect(decodePage(bytes(beyondAPiece))).toBe(beyondAPiece)
  expect(decodePage(bytes(`\ufeff${beyondAPiece}`))).toBe(beyondAPiece)
  expect(decodePage(bytes(beyondAPiece).subarray(0, -1))).toContain('Ã¤')
  expect(decodePage(bytes('<meta charset=iso-8859-1>Fähre'))).toContain('Fähre')
  expect(decodePage(latin('<meta charset="windows-1252">F\xe4hre'))).toContain('Fähre')
  expect(
    decodePage(latin('<meta http-equiv=content-type content="text/html; charset=windows-1251">\xcf\xe0')),
  ).toContain('Па')
  expect(decodePage(latin('F\xe4hre, no word on its charset'))).toContain('Fähre')
  expect(decodePage(latin('\xff\xfeF\x00\xe4\x00'))).toBe('Fä')
  expect(decodePage(latin('<meta charset=iso-2022-jp>\x1b$B8@MU\x1b(B'))).toContain('言葉')
  expect(decodePage(latin('<meta charset=nonsense>F\xe4hre'))).toContain('Fähre')
})

test('a page that names its controls after what we ask of elements is read like any other', () => {
  const names = [
    'attributes',
    'querySelectorAll',
    'getAttribute',
    'textContent',
    'parentElement',
    'id',
    'closest',
    'children',
  ]
  const controls = names.map((name) => `<input name="${name}"><img name="${name}">`).join('')
  const document = ['documentElement', 'body', 'title', 'createTreeWalker', 'cloneNode', 'querySelector']
  const pictures = document.map((name) => `<img name="${name}"><form name="${name}"></form>`).join('')
  const { text } = examine(
    bytes(`${pictures}${page.replace('<article>', `<article><form onclick="x()">${controls}`)}`),
    'https://a.example/',
    false,
  )
  expect(text).toContain(sentence)
})
