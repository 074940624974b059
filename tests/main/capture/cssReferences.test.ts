import { describe, expect, it } from 'vitest'
import { rewriteCss, type CssReference } from '../../../main/capture/cssReferences.ts'

const base = 'https://site.example/css/main.css'

function references(css: string): CssReference[] {
  const found: CssReference[] = []
  rewriteCss(css, base, (reference) => {
    found.push(reference)
    return undefined
  })
  return found
}

describe('rewriteCss', () => {
  it.each([
    ['a { background: url(x.png) }', 'https://site.example/css/x.png'],
    ['a { background: url( "x y.png" ) }', 'https://site.example/css/x%20y.png'],
    ["a { background: url('/x.png') }", 'https://site.example/x.png'],
    ['a { background: URL(x.png) }', 'https://site.example/css/x.png'],
    ['a { background: url(x\\29.png) }', 'https://site.example/css/x).png'],
    ['@font-face { src: url(//fonts.example/a.woff2) format("woff2") }', 'https://fonts.example/a.woff2'],
  ])('finds what %s refers to', (css, url) => expect(references(css)).toEqual([{ kind: 'asset', url }]))

  it.each(['@import "b.css";', "@import 'b.css' screen;", '@import url(b.css);', '@import url("b.css") print;'])(
    'finds what is imported: %s',
    (css) => expect(references(css)).toEqual([{ kind: 'import', url: 'https://site.example/css/b.css' }]),
  )

  it.each([
    '/* url(x.png) */',
    'a::before { content: "url(x.png)" }',
    'a { fill: url(#g) }',
    'a { background: url() }',
  ])('leaves alone %s', (css) => {
    expect(references(css)).toEqual([])
    expect(rewriteCss(css, base, () => 'no')).toBe(css)
  })

  it('puts new addresses in, and nothing where there is none', () => {
    const css = 'a { background: url(x.png), url(y.png) }'
    const replaced = rewriteCss(css, base, ({ url }) => (url.endsWith('x.png') ? 'offprint-asset:x.png' : undefined))
    expect(replaced).toBe('a { background: url("offprint-asset:x.png"), url("data:,") }')
  })

  it('leaves no way to the network in a sheet that is cut off in its middle', () => {
    expect(rewriteCss('a { background: url("https://x.example/', base, () => undefined)).not.toMatch(/url\([^)]*https/)
    expect(rewriteCss('a { background: url(https://x.example/a', base, () => undefined)).not.toMatch(/url\([^)]*https/)
    expect(rewriteCss('@import "https://x.example/a', base, () => undefined)).not.toMatch(/@import "https/)
  })
})
