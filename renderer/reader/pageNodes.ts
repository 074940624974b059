// What stands around the text of an article in the reader frame. Built as nodes: nothing of a page is ever pasted into HTML.
import type { Article, Version } from '../../preload/article.ts'
import { reasonWords } from '../../preload/reason.ts'
import { commandWords } from '../app/words.ts'
import { paragraphs, type Paragraph } from '../extract/text.ts'
import { siteOf } from '../list/siteOf.ts'
import { longDate, relativeDay } from '../ui/dates.ts'
import { minutesToRead } from '../ui/minutesToRead.ts'
import { words } from './words.ts'

export type PageActions = {
  showTag(tag: string): void
  openOriginal(): void
  archive(): void
  next(): void
  signIn(): void
  saveAgain(): void
}

/** From here on a title is set smaller: it is a sentence, or three. */
const longTitle = 120

export function headNodes(
  page: Document,
  article: Article,
  record: Version | undefined,
  text: string,
  hasStandfirst: boolean,
  actions: PageActions,
) {
  const head = make(page, 'header', 'page-head')
  head.dir = article.dir ?? 'ltr'
  const site = button(page, siteOf(article), actions.openOriginal)
  const kick = make(page, 'p', 'page-kick')
  const facts = [minutesToRead(article.words), words.saved(relativeDay(article.savedAt))].filter(
    (fact) => fact !== undefined,
  )
  kick.append(...between(page, [site, ...facts.map((fact) => factNode(page, fact))]))
  const title = make(page, 'h1', 'page-title', article.title)
  title.dir = 'auto'
  if (article.title.length > longTitle) title.dataset['long'] = ''
  head.append(kick, title)

  const dek = record?.description
  if (dek !== undefined && !hasStandfirst && !beginsWith(text, dek) && dek !== article.title) {
    const paragraph = make(page, 'p', 'page-dek', dek)
    paragraph.dir = 'auto'
    head.append(paragraph)
  }
  const by = make(page, 'div', 'page-by')
  if (article.byline) {
    const author = factNode(page, article.byline)
    author.className = 'page-author'
    by.append(author)
  }
  const published = article.publishedAt && longDate(article.publishedAt)
  if (published) by.append(factNode(page, published))
  if (article.tags.length > 0) {
    const tags = make(page, 'span', 'page-tags')
    tags.append(...article.tags.map((tag) => button(page, tag, () => actions.showTag(tag))))
    by.append(tags)
  }
  head.append(by)
  head.append(...noteNodes(page, article, actions))
  return head
}

/** What of the head was written about the article, each by itself: title, summary, author and tags, which a search finds too. */
export function namesOf(head: Element): readonly Paragraph[] {
  const names = head.querySelectorAll('.page-title, .page-dek, .page-author, .page-tags button')
  return [...names].flatMap((name) => paragraphs(name).list)
}

/** What is not as it should be, and what can be done about it. */
function noteNodes(page: Document, article: Article, actions: PageActions): Element[] {
  const { verdict } = article
  if (verdict === 'complete') return []
  const note = make(page, 'p', 'page-note')
  const said = [words.verdicts[verdict], ...reasonWords(article).slice(0, 2)].join(' ')
  const way =
    verdict === 'wall'
      ? button(page, commandWords['article.signIn'], actions.signIn)
      : button(page, commandWords['article.recapture'], actions.saveAgain)
  note.append(make(page, 'span', '', said), ' ', way)
  return [note]
}

export function endNodes(page: Document, article: Article, actions: PageActions) {
  const end = make(page, 'footer', 'page-end')
  end.append(make(page, 'span', '', words.end))
  if (article.place !== 'archive') end.append(button(page, words.archive, actions.archive))
  end.append(button(page, words.next, actions.next))
  return end
}

function make<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const element = page.createElement(name)
  if (className) element.className = className
  if (text) element.textContent = text
  return element
}

/** Each keeps its own direction, whatever the article's is: "9 min", a name. */
function factNode(page: Document, text: string) {
  return make(page, 'bdi', '', text)
}

function button(page: Document, text: string, run: () => void) {
  const element = make(page, 'button', '', text)
  element.type = 'button'
  element.dir = 'auto'
  element.addEventListener('click', run)
  return element
}

function between(page: Document, elements: readonly Element[]): Element[] {
  return elements.flatMap((element, index) => {
    if (index === 0) return [element]
    const dot = make(page, 'span', '', '·')
    dot.setAttribute('aria-hidden', 'true')
    return [dot, element]
  })
}

/** A summary that is only how the text begins says everything twice. */
function beginsWith(text: string, dek: string): boolean {
  const plain = (some: string) =>
    some
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(text.slice(0, 1_500)).includes(plain(dek).slice(0, 70))
}
