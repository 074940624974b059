import { describe, expect, it } from 'vitest'
import { inertSvg } from '../../../main/capture/inertSvg.ts'

const svg = (inside: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`

describe('I3: inertSvg', () => {
  it.each([
    ['a plain picture', svg('<rect x="1" y="2" width="3" height="4" fill="#abc"/><text x="1">a &lt; b</text>')],
    [
      'a gradient and what uses it',
      svg('<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)"/>'),
    ],
    ['a few copies', svg('<defs><circle id="c" r="1"/></defs><use href="#c" x="1"/><use href="#c" x="2"/>')],
    ['an embedded picture', svg('<image href="data:image/png;base64,AAAA"/>')],
    ['a style of its own', svg('<style>.a { fill: url(#g); stroke: red }</style>')],
    ['an animation', svg('<circle><animate attributeName="r" values="1;2"/></circle>')],
  ])('leaves %s as it is', (_what, text) => expect(inertSvg(text)).toBe(text))

  it.each([
    ['a script', '<script>alert(1)</script><rect/>', '<rect/>'],
    ['a script in another case', '<SCRIPT>alert(1)</SCRIPT><rect/>', '<rect/>'],
    ['a script with a prefix', '<svg:script>alert(1)</svg:script><rect/>', '<rect/>'],
    ['a script elsewhere', '<script href="https://x.example/a.js"/><rect/>', '<rect/>'],
    ['a script in a section', '<script><![CDATA[ if (a < b) alert("</") ]]></script><rect/>', '<rect/>'],
    ['a foreign object', '<foreignObject><body><iframe src="x"/></body></foreignObject><rect/>', '<rect/>'],
    ['handlers', '<rect onload="alert(1)" ONCLICK=\'x\' width="1"/>', '<rect width="1"/>'],
    ['a link that runs', '<a href="javascript:alert(1)"><rect/></a>', '<a><rect/></a>'],
    ['a copy from outside', '<use xlink:href="https://x.example/a.svg#b"/>', '<use/>'],
    ['a picture from outside', '<image href="https://x.example/a.png" width="1"/>', '<image width="1"/>'],
    ['an SVG in an address', '<image href="data:image/svg+xml,x"/>', '<image/>'],
    ['a reference in a style', '<rect style="fill: url(https://x.example/a)"/>', '<rect/>'],
    ['a hidden reference in a style', '<rect style="fill: &#117;rl(https://x.example/a)"/>', '<rect/>'],
    ['a reference in a presentation attribute', '<rect filter="url(//x.example/a#b)"/>', '<rect/>'],
    [
      'imports',
      '<style>@import "https://x.example/a.css"; .a { fill: url(http://x/) }</style>',
      '<style> .a { fill: none }</style>',
    ],
    ['an animation of a link', '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>', '<a></a>'],
    [
      'comments and instructions',
      '<?xml-stylesheet href="https://x.example/a.css"?><!-- <script> --><rect/>',
      '<rect/>',
    ],
    ['an attribute with an angle in it', '<rect desc="a > b" width="1"/>', '<rect desc="a > b" width="1"/>'],
  ])('takes out %s', (_what, inside, left) => expect(inertSvg(svg(inside))).toBe(svg(left)))

  it('drops a document type', () => expect(inertSvg(`<!DOCTYPE svg PUBLIC "a" "b">${svg('')}`)).toBe(svg('')))

  it.each([
    ['entities', `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg('<text>&b;</text>')}`],
    ['a script without an end', svg('<script>alert(1)').replace('</svg>', '')],
    ['a circle of copies', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>')],
    [
      'copies of copies',
      svg(
        Array.from({ length: 12 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`).join('') +
          '<use href="#l12"/>',
      ),
    ],
  ])('keeps none with %s', (_what, text) => expect(inertSvg(text)).toBeUndefined())

  it.each([
    ['declarations', '<svg>' + '<!'.repeat(2_000)],
    ['tags', '<svg>' + '<a '.repeat(40_000)],
    ['names', `<svg ${'a'.repeat(200_000)}>`],
    ['addresses', `<svg><style>${'url('.repeat(40_000)}</style></svg>`],
    ['addresses of nothing', `<svg><style>url(${' '.repeat(100_000)}#</style></svg>`],
    ['copies', `<svg>${'<use href="#a"/>'.repeat(40_000)}</svg>`],
  ])('is done at once with a picture that holds hardly anything but the beginnings of %s', (_what, text) => {
    const began = performance.now()
    inertSvg(text)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
