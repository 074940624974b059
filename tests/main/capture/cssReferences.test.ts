import { describe, expect, it } from 'vitest'
import { asImported, rewriteCss, withAllDefined, type CssReference } from '../../../main/capture/cssReferences.ts'

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
    ['a { background: url(x\\).png) }', 'https://site.example/css/x).png'],
    ["a { background: url(it's) } b { background: url(x.png) }", 'https://site.example/css/x.png'],
    ['@font-face { src: url(//fonts.example/a.woff2) format("woff2") }', 'https://fonts.example/a.woff2'],
  ])('finds what %s refers to', (css, url) => expect(references(css)).toEqual([{ kind: 'asset', url }]))

  it.each([
    ['@import "b.css";', ''],
    ["@import 'b.css' screen;", 'screen'],
    ['@import url(b.css);', ''],
    ['@import url("b.css") layer(a) print;', 'layer(a) print'],
  ])('finds what is imported, and when it counts: %s', (css, conditions) =>
    expect(references(css)).toEqual([{ kind: 'import', url: 'https://site.example/css/b.css', conditions }]),
  )

  it.each([
    '/* url(x.png) */',
    'a::before { content: "url(x.png)" }',
    'a { fill: url(#g) }',
    'a { background: url() }',
    "a { background: url(it's no address) }",
    'a { background: url(a(b) }',
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
    expect(rewriteCss('a { background: url(https://x.example/a\\', base, () => undefined)).not.toMatch(/https/)
    expect(rewriteCss('a { background: url("https://x.example/a\\', base, () => undefined)).not.toMatch(/https/)
  })

  it.each([
    ['addresses', 'url('.repeat(40_000) + '"'],
    ['addresses in quotes', 'url("'.repeat(40_000)],
    ['addresses of nothing', `url(${' '.repeat(100_000)}(`],
    ['strings', '\\"'.repeat(100_000)],
  ])('is done at once with a sheet that holds hardly anything but the beginnings of %s', (_what, css) => {
    const began = performance.now()
    references(css)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

describe('asImported', () => {
  it.each([
    ['', 'b {}'],
    ['screen', '@media screen {\nb {}\n}'],
    ['layer print', '@media print {\n@layer  {\nb {}\n}\n}'],
    [
      'layer(a.b) supports(display: grid) (min-width: 9px)',
      '@media (min-width: 9px) {\n@supports (display: grid) {\n@layer a.b {\nb {}\n}\n}\n}',
    ],
  ])('lets a sheet count where its import did: %s', (conditions, expected) =>
    expect(asImported('b {}', conditions)).toBe(expected),
  )
})

it('takes every element for defined, where none ever will be', () => {
  expect(withAllDefined('a:not(:defined), b:not( :defined ) { x: y } c:defined { x: y }')).toBe(
    'a:not(*), b:not(*) { x: y } c:not(.offprint-undefined) { x: y }',
  )
})
