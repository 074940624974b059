import { describe, expect, test } from 'vitest'
import { sanitise, sanitiseToString } from '../../../renderer/extract/sanitise.ts'

const asset = `offprint-asset:${'a'.repeat(64)}.png`

describe('what is kept', () => {
  test.each([
    [
      'headings, lists and quotes',
      '<h2>A</h2><ul><li>b</li></ul><ol start="3" reversed="" type="a"><li value="5">c</li></ol><blockquote><p>d</p></blockquote>',
    ],
    ['definition lists', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      'tables',
      '<table><caption>c</caption><thead><tr><th scope="col" colspan="2">a</th></tr></thead><tbody><tr><td rowspan="2">b</td><td>c</td></tr></tbody></table>',
    ],
    ['code with its language', '<pre><code class="language-c++">int a;\n\nint b;</code></pre>'],
    ['ruby, sub and sup', '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby> H<sub>2</sub>O x<sup>2</sup></p>'],
    ['direction and language', '<p dir="rtl" lang="ar">نص</p>'],
    ['details', '<details open=""><summary>s</summary><p>t</p></details>'],
    [
      'figures',
      `<figure><img src="${asset}" alt="a" width="10" height="20"><figcaption>c <span class="offprint-credit">d</span></figcaption></figure>`,
    ],
    [
      'mathematics',
      '<math display="block"><mfrac><mi>a</mi><msqrt><mn>2</mn></msqrt></mfrac><mo stretchy="true">=</mo></math>',
    ],
    [
      'small marks',
      '<p><abbr title="x">a</abbr> <kbd>b</kbd> <mark>c</mark> <del>d</del> <ins>e</ins> <time datetime="2024-01-02">f</time> <q>g</q> <s>h</s></p>',
    ],
  ])('%s', (_name, html) => {
    expect(sanitiseToString(html)).toBe(html)
  })

  test('a link, with its address in one form and no way back to this window', () => {
    expect(sanitiseToString('<a href="HTTPS://Example.COM/a b?c#d" target="_blank" ping="x">t</a>')).toBe(
      '<a href="https://example.com/a%20b?c#d" rel="noopener noreferrer">t</a>',
    )
  })

  test('the host of a link as it is asked for, so that look-alike letters show', () => {
    expect(sanitiseToString('<a href="https://аpple.com/">apple.com</a>')).toContain('href="https://xn--pple-43d.com/"')
  })

  test('links within the article, whose places carry our prefix', () => {
    expect(sanitiseToString('<p><a href="#n1">1</a></p><p id="n1">note</p>')).toBe(
      '<p><a href="#user-content-n1" rel="noopener noreferrer">1</a></p><p id="user-content-n1">note</p>',
    )
  })

  test('the text of what goes', () => {
    expect(sanitiseToString('<x-note>kept <font color=red>too</font></x-note>')).toBe('kept too')
  })

  test('an image that was not kept, as its alternative text; without one it goes', () => {
    expect(
      sanitiseToString(
        '<p>a<img src="https://example.com/a.png" alt="A boat"><img src="https://example.com/b.png"></p>',
      ),
    ).toBe('<p>a<img alt="A boat"></p>')
  })
})

describe('what goes', () => {
  test.each([
    ['relative links', '<a href="/x">t</a>', '<a>t</a>'],
    ['classes that are not ours', '<p class="evil offprint-credit x">t</p>', '<p class="offprint-credit">t</p>'],
    ['marks and data', '<p data-offprint-box="0,0,1,1" data-x="y" aria-label="z">t</p>', '<p>t</p>'],
    ['HTML inside MathML', '<math><mtext>a<b>c</b></mtext></math>', '<math><mtext>ac</mtext></math>'],
    ['what controls hold', '<p>a<textarea>b</textarea><select><option>c</option></select></p>', '<p>a</p>'],
    ['comments', '<p>a<!-- b --></p>', '<p>a</p>'],
    ['numbers that are none', '<ol start="x"><li value="1e5">a</li></ol>', '<ol><li>a</li></ol>'],
  ])('%s', (_name, html, expected) => {
    expect(sanitiseToString(html)).toBe(expected)
  })
})

test('a hundred thousand characters of nesting come out as something finite and stable', () => {
  const deep = sanitiseToString(`${'<div><b>'.repeat(400)}text${'</b></div>'.repeat(400)}`)
  expect(deep).toContain('text')
  expect(sanitiseToString(deep)).toBe(deep)
})

test('text alone stays text', () => {
  expect(sanitiseToString('a < b & c > d')).toBe('a &lt; b &amp; c &gt; d')
  expect(sanitise('').textContent).toBe('')
})
