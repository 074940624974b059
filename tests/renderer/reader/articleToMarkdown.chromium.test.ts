import { expect, test } from 'vitest'
import type { Article } from '../../../preload/article.ts'
import { sanitiseToString } from '../../../renderer/extract/sanitise.ts'
import { articleToMarkdown } from '../../../renderer/reader/articleToMarkdown.ts'

const article = {
  title: 'Tides & [mills]',
  byline: 'M. Ellingsen',
  siteName: 'The Courier',
  publishedAt: '2026-03-14T08:00:00Z',
  url: 'https://a.example/tides (1)',
} as Article

const textOf = (html: string) => articleToMarkdown(article, sanitiseToString(html)).split('\n\n').slice(3).join('\n\n')

test('an article begins with its title, its facts and its address', () => {
  expect(articleToMarkdown(article, '<p>Text.</p>')).toBe(
    '# Tides \\& \\[mills\\]\n\nM. Ellingsen, The Courier, 2026-03-14\n\n<https://a.example/tides%20(1)>\n\nText.\n',
  )
})

test('an address in an address stays what it is', () => {
  const url = 'https://a.example/?next=https%3A%2F%2Fb.example%2F%23top'
  expect(articleToMarkdown({ ...article, url }, '')).toContain(`<${url}>`)
})

test.each([
  [
    'emphasis and links',
    '<p>A <em>very </em><b>old</b> <a href="https://b.example/x_(y)">mill*</a>.</p>',
    'A *very* **old** [mill\\*](https://b.example/x_%28y%29).\n',
  ],
  ['headings', '<h1>One</h1><h3>Two</h3>', '## One\n\n### Two\n'],
  ['lists in lists', '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '3. a\n\n   - b\n4. c\n'],
  ['quotations', '<blockquote><p>One</p><p>two</p></blockquote>', '> One\n>\n> two\n'],
  [
    'listings, whatever marks are in them',
    '<pre><code class="language-js">a = `b`\n  ```</code></pre>',
    '````js\na = `b`\n  ```\n````\n',
  ],
  ['code in a line', '<p>Use <code>a`b</code>.</p>', 'Use ``a`b``.\n'],
  [
    'tables',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1 | 2</td></tr></table>',
    '| a | b |\n| --- | --- |\n| 1 \\| 2 |  |\n',
  ],
  [
    'captions and pictures by their words',
    `<figure><img alt="A wheel" src="offprint-asset:${'0'.repeat(64)}.png"><figcaption>Low water</figcaption></figure>`,
    '*[A wheel]*\n\n*Low water*\n',
  ],
  [
    'text that looks like markup as text',
    '<p># no * list</p><p>1. no</p><p>&lt;b&gt;</p>',
    '\\# no \\* list\n\n1\\. no\n\n\\<b\\>\n',
  ],
])('writes %s', (_name, html, expected) => {
  expect(textOf(html)).toBe(expected)
})
