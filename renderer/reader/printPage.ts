// An article as a page for paper: title, who wrote it and where, its address, when it was kept, the text. Built as nodes, like everything of a page.
import type { Article, Version } from '../../preload/article.ts'
import { sanitise } from '../extract/sanitise.ts'
import { siteOf } from '../list/siteOf.ts'
import { longDate } from '../ui/dates.ts'
import { removeWaysBack } from './removeWaysBack.ts'
import { words } from './words.ts'

export type PrintedArticle = { readonly article: Article; readonly record: Version | undefined; readonly html: string }

/** The whole document. `isNumbered`: by the page's own style, where the engine knows how. */
export function printPage({ article, record, html }: PrintedArticle, { isNumbered }: { isNumbered: boolean }): string {
  const page = document.implementation.createHTMLDocument(article.title)
  const root = page.documentElement
  root.className = isNumbered ? 'print print-numbered' : 'print'
  root.dataset['theme'] = 'paper'
  root.lang = article.lang ?? ''
  const charset = page.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  const style = page.createElement('link')
  style.rel = 'stylesheet'
  style.href = '/reader.css'
  page.head.prepend(charset)
  page.head.append(style)

  const line = (name: 'h1' | 'p', className: string, facts: readonly (string | undefined)[]) => {
    const text = facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')
    const element = page.createElement(name)
    element.className = className
    element.dir = 'auto'
    element.textContent = text
    return text === '' ? [] : [element]
  }
  const head = page.createElement('header')
  head.className = 'print-head'
  head.append(
    ...line('h1', 'page-title', [article.title]),
    ...line('p', 'print-by', [article.byline, article.publishedAt && longDate(article.publishedAt)]),
    ...line('p', 'print-from', [siteOf(article), article.url]),
    ...line('p', 'print-from', [words.keptOn(longDate(record?.capturedAt ?? article.savedAt) ?? '')]),
  )
  const text = page.createElement('div')
  text.className = 'page-text'
  text.dir = article.dir ?? 'auto'
  text.append(sanitise(html))
  removeWaysBack(text)
  for (const table of text.querySelectorAll('table')) narrow(table)
  const main = page.createElement('main')
  main.className = 'page'
  main.append(head, text)
  page.body.append(main)
  return `<!doctype html>${root.outerHTML}`
}

/** Nobody can scroll on paper: the more columns, the smaller the type, so that the last one is on the sheet too. */
function narrow(table: HTMLTableElement) {
  const columns = Math.max(0, ...[...table.rows].map((row) => row.cells.length))
  if (columns > 12) table.dataset['columns'] = 'most'
  else if (columns > 6) table.dataset['columns'] = 'many'
}
