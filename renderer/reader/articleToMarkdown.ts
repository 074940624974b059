// An article as Markdown: its facts, then its text. The HTML is the sanitiser's, so every element that can come is named here or is its text.
import type { Article } from '../../preload/article.ts'
import { sanitise } from '../extract/sanitise.ts'
import { escapeMarkdown, hardBreak, markdownLink } from './markdownText.ts'

export function articleToMarkdown(article: Article, html: string): string {
  const facts = [article.byline, article.siteName, article.publishedAt?.slice(0, 10)].filter((one) => one !== undefined)
  const parts = [
    `# ${escapeMarkdown(article.title)}`,
    ...(facts.length > 0 ? [escapeMarkdown(facts.join(', '))] : []),
    ...(/^https?:/.test(article.url) ? [`<${article.url.replace(/[\s<>]/g, encodeURIComponent)}>`] : []),
    blocks(sanitise(html)),
  ]
  return `${parts
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')}\n`
}

const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark math q rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const headings: Readonly<Record<string, number>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 }

function blocks(parent: ParentNode): string {
  const parts: string[] = []
  let line = ''
  const finish = () => {
    const text = line
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    if (text !== '') parts.push(text)
    line = ''
  }
  for (const node of parent.childNodes) {
    if (node.nodeType === 3 || (isElement(node) && inline.has(node.localName))) {
      line += spanOf(node)
      continue
    }
    finish()
    if (isElement(node)) parts.push(blockOf(node))
  }
  finish()
  return parts.filter((part) => part !== '').join('\n\n')
}

function blockOf(element: Element): string {
  const level = headings[element.localName]
  if (level !== undefined) return `${'#'.repeat(level)} ${spans(element).replace(/\s+/g, ' ').trim()}`
  switch (element.localName) {
    case 'hr':
      return '---'
    case 'blockquote':
      return prefixed(blocks(element), '> ', '> ')
    case 'pre':
      return fenced(element)
    case 'ul':
      return items(element, () => '- ')
    case 'ol': {
      const start = Number(element.getAttribute('start') ?? 1)
      return items(element, (index) => `${start + index}. `)
    }
    case 'table':
      return tableOf(element)
    case 'figcaption':
      return `*${spans(element).replace(/\s+/g, ' ').trim()}*`
    case 'dt':
      return `**${spans(element).replace(/\s+/g, ' ').trim()}**`
    default:
      return blocks(element)
  }
}

function items(list: Element, mark: (index: number) => string): string {
  return [...list.children]
    .filter(({ localName }) => localName === 'li')
    .map((item, index) => prefixed(blocks(item), mark(index), ' '.repeat(mark(index).length)))
    .join('\n')
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n')
}

function fenced(element: Element): string {
  const text = (element.textContent ?? '').replace(/\n+$/, '')
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const language = /language-([\w#+.-]+)/.exec(`${element.className} ${element.querySelector('code')?.className ?? ''}`)
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language?.[1] ?? ''}\n${text}\n${fence}`
}

/** Cells in one line each; the first row is the head, as Markdown will have it. */
function tableOf(table: Element): string {
  const rows = [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => spans(cell).replace(/\s+/g, ' ').trim()),
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return ''
  const lineOf = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, n) => row[n] ?? '').join(' | ')} |`
  const [head = [], ...rest] = rows
  const caption = table.querySelector('caption')
  return [
    ...(caption ? [`*${spans(caption).trim()}*`, ''] : []),
    lineOf(head),
    `|${' --- |'.repeat(width)}`,
    ...rest.map(lineOf),
  ].join('\n')
}

function spans(parent: ParentNode): string {
  return [...parent.childNodes].map(spanOf).join('')
}

function spanOf(node: Node): string {
  if (node.nodeType === 3) return escapeMarkdown((node.textContent ?? '').replace(/\s+/g, ' '))
  if (!isElement(node)) return ''
  switch (node.localName) {
    case 'br':
      return hardBreak
    case 'b':
    case 'strong':
      return around(node, '**')
    case 'em':
    case 'i':
      return around(node, '*')
    case 'del':
    case 's':
      return around(node, '~~')
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return codeOf(node.textContent ?? '')
    case 'img': {
      const words = node.getAttribute('alt')?.replace(/\s+/g, ' ').trim()
      return words ? `*[${escapeMarkdown(words)}]*` : ''
    }
    case 'a': {
      const href = node.getAttribute('href') ?? ''
      return /^https?:/i.test(href) ? linkOf(node, href) : spans(node)
    }
    case 'rp':
    case 'rt':
    case 'wbr':
      return ''
    case 'math':
      return codeOf((node.getAttribute('alttext') ?? node.textContent ?? '').trim())
    default:
      return spans(node)
  }
}

/** Marks stand at the words, not at the spaces beside them. */
function around(element: Element, mark: string): string {
  const text = spans(element)
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  return words === '' ? text : `${before}${mark}${words}${mark}${after}`
}

function linkOf(element: Element, href: string): string {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ')
  if (text.trim() === '') return spans(element)
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  return `${before}${markdownLink(words, href)}${after}`
}

function codeOf(text: string): string {
  if (text.trim() === '') return text
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const mark = '`'.repeat(longest + 1)
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return mark + space + text + space + mark
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}
