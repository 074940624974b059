// A text file, as a browser shows it: one preformatted text and nothing else. Where it is prose its paragraphs become paragraphs, which a reader's
// type and measure suit; verse, tables and programs stay as they were set, and JSON is set as people write it. Its title is its first line where
// that stands by itself.
import type { Draft } from './draft.ts'

/** Undefined for a page that is no text file. `url`: its address. */
export function titleOfTextFile(document: Document, url: URL): string | undefined {
  const text = textFileOf(document)
  if (text === undefined) return undefined
  return (setAsJson(text) === undefined ? withoutTitle(blocksOf(text)).title : undefined) ?? nameOf(url)
}

/** Changes the document of a text file that is prose or JSON, and no other. */
export function textFile({ document }: Draft): void {
  const text = textFileOf(document)
  if (text === undefined) return
  const article = document.createElement('article')
  const json = setAsJson(text)
  if (json !== undefined) {
    const made = document.createElement('code')
    made.className = 'language-json'
    made.textContent = json
    const listing = document.createElement('pre')
    listing.append(made)
    article.append(listing)
    return document.body.replaceChildren(article)
  }
  const blocks = blocksOf(text)
  if (!isProse(blocks)) return
  for (const lines of withoutTitle(blocks).rest) {
    const paragraphs = paragraphsOf(lines)
    for (const one of paragraphs ?? [lines.join('\n')]) {
      const made = document.createElement(paragraphs ? 'p' : 'pre')
      made.textContent = one
      article.append(made)
    }
  }
  document.body.replaceChildren(article)
}

/** Longer than this is for no reader. */
const longestJson = 1_000_000

/** With a line for each of its values; undefined for what is no JSON. */
function setAsJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text) || text.length > longestJson) return undefined
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return undefined // Something else that begins with a bracket.
  }
}

function textFileOf(document: Document): string | undefined {
  const [text, ...others] = document.body.children
  return text?.localName === 'pre' && others.length === 0 ? (text.textContent ?? '') : undefined
}

/** Lines between empty ones. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = []
  let isOpen = false
  for (const line of text.split('\n').map((one) => one.trimEnd())) {
    if (line === '') isOpen = false
    else if (isOpen) blocks.at(-1)!.push(line)
    else {
      blocks.push([line])
      isOpen = true
    }
  }
  return blocks
}

const longestTitle = 120

/** The title is a line that stands by itself, or is underlined. */
function withoutTitle(blocks: readonly (readonly string[])[]): {
  readonly title?: string
  readonly rest: readonly (readonly string[])[]
} {
  const [[first = '', next, ...more] = [], ...others] = blocks
  const isTitle = next === undefined || /^\s*([=*~-])\1{2,}$/.test(next)
  const title = first.replace(/^#+\s+/, '').trim()
  if (!isTitle || title.length > longestTitle || !/\p{L}/u.test(title)) return { rest: blocks }
  return { title, rest: more.length > 0 ? [more, ...others] : others }
}

function nameOf({ pathname }: URL): string | undefined {
  const name = pathname.split('/').findLast((part) => part !== '')
  try {
    return name === undefined ? undefined : decodeURIComponent(name)
  } catch {
    return name // not written as an address should be
  }
}

/** Characters. A line that is broken because it was full is as long as this; verse and headings are shorter, tables and programs are uneven. */
const fullLine = { least: 45, most: 110 }
const leastProse = 0.6
const mostSigns = 0.03

/** Most of it is paragraphs, and it has no more signs than people put between words. */
function isProse(blocks: readonly (readonly string[])[]): boolean {
  let all = 0
  let prose = 0
  let signs = 0
  for (const lines of blocks) {
    const length = lines.join('').length
    all += length
    signs += lines.join('').match(/[{}<>[\]|\\=_;$#@^~]/g)?.length ?? 0
    if (length > fullLine.least && paragraphsOf(lines)) prose += length
  }
  return prose >= all * leastProse && signs <= all * mostSigns
}

/** What a block says in paragraphs; undefined where its lines are to stay as they are. */
function paragraphsOf(lines: readonly string[]): readonly string[] | undefined {
  const [first = '', ...others] = lines
  if (lines.some((line) => /\S(?: {3,}|\t)\S/.test(line))) return undefined
  if (others.length === 0)
    return /^(?: {4,}|\t)/.test(first) && first.length < fullLine.least ? undefined : [first.trim()]
  // Each line a paragraph of its own: nobody breaks lines at such a length.
  if (lines.some((line) => line.length > fullLine.most)) return lines.map((line) => line.trim())
  const depth = indent(others[0] ?? '')
  if (others.some((line) => indent(line) !== depth) || indent(first) < depth) return undefined
  if (lines.slice(0, -1).some((line) => line.trim().length < fullLine.least)) return undefined
  return [lines.map((line) => line.trim()).reduce((before, line) => before + (isParted(before) ? '' : ' ') + line)]
}

function indent(line: string): number {
  return line.length - line.trimStart().length
}

/** A compound at the end of its line goes on without a space; a dash does not. */
function isParted(before: string): boolean {
  return /\p{L}-$/u.test(before)
}
