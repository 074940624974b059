// When the page was published, as it says to machines and to people.
import type { NearBlock } from './aroundHeading.ts'
import { machineDate, writtenDate } from './dates.ts'
import { hasType, textOf } from './jsonLd.ts'
import { names, plainText } from './measureText.ts'
import type { Source } from './metadata.ts'
import { paragraphs } from './text.ts'

/** `near` are the lines that stand with the title; `revised` is when the page says it was changed. */
export function published(
  source: Source,
  url: string,
  lang: string | undefined,
  near: readonly NearBlock[],
  revised: string | undefined,
): string | undefined {
  const { document, article } = source
  const stated = statedDate(source, lang)
  const isThread = article !== undefined && hasType(article, /Posting$|^Q/)
  const shown = isThread ? undefined : shownDate(near, lang)
  // The day that the page shows its readers is its date; machines are told of another only by mistake, or of the day in Greenwich.
  if (
    stated !== undefined &&
    (shown === undefined || sameDay(stated, shown) || shown.slice(0, 10) === revised?.slice(0, 10))
  )
    return inOwnZone(stated, url)
  if (stated !== undefined) return shown
  return markedDate(document, lang) ?? shown ?? threadDate(document) ?? endDate(document, lang)
}

function statedDate({ article, linked, metas }: Source, lang: string | undefined): string | undefined {
  const page = linked.find((object) => hasType(object, /WebPage$/))
  const stated = [
    textOf(article?.['datePublished']),
    ...metas(
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'article:published_date',
      'published',
      'publication_date',
      'publicationdate',
      'created',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'citation_publication_date',
      'citation_date',
      'originalpublicationdate',
      'article.published',
      'cxenseparse:recs:publishtime',
      'cxenseparse:publishtime',
      'published-date',
      'publishtime',
    ),
    textOf(article?.['dateCreated']),
    textOf(page?.['datePublished']),
  ]
  for (const value of stated) {
    const date = value === undefined ? undefined : (machineDate(value) ?? writtenDate(value, lang))
    if (date !== undefined) return date
  }
  return undefined
}

function sameDay(one: string, other: string): boolean {
  return one.slice(0, 10) === other.slice(0, 10)
}

/** The day in the page's address is its own; an evening in America is the next day in Greenwich. */
function inOwnZone(stated: string, url: string): string {
  const [, year, month, day] = /\/(20\d\d)\/(\d\d)\/(\d\d)\//.exec(url) ?? []
  const own = day === undefined ? undefined : machineDate(`${year}-${month}-${day}`)
  if (own === undefined || sameDay(own, stated) || !/(Z|\+00:00)$/.test(stated)) return stated
  const hoursApart = Math.abs(Date.parse(stated) - Date.parse(`${own}T12:00:00Z`)) / 3_600_000
  return hoursApart < 30 ? own : stated
}

const longestLine = 120

/** A line with the title that is a date and hardly more; not one that says it is of a revision. */
function shownDate(near: readonly NearBlock[], lang: string | undefined): string | undefined {
  for (const [at, { text, block }] of near.entries()) {
    if (text.length > longestLine || (/[.!?]$/.test(text) && text.length > 15)) continue
    const before = near[at - 1]?.text ?? ''
    if (isUpdate.test(text) || (before.length < 30 && isUpdate.test(before)) || isCalledUpdate(block)) continue
    const time = block.localName === 'time' ? block : block.querySelector('time[datetime]')
    const date = (time ? dateOf(time, lang) : undefined) ?? writtenDate(text, lang)
    if (date !== undefined) return date
  }
  return undefined
}

const isUpdate =
  /^(updated|last (updated|modified|reviewed|edited)|page updated|modified|reviewed|revised|geändert|aktualisiert|zuletzt|mis à jour|actualizado|atualizado|aggiornato|обновлено|更新)/i

function isCalledUpdate(block: Element): boolean {
  return /updat|modif|review/i.test(`${names(block)} ${names(block.parentElement ?? block)}`)
}

/** An element that is marked as the date of publication, or the one `time` that stands with the title. */
function markedDate(document: Document, lang: string | undefined): string | undefined {
  for (const element of document.querySelectorAll(
    '[itemprop~=datePublished], [itemprop~=dateCreated], time[pubdate], time.published, .published[title], time.entry-date',
  )) {
    const date = element.closest(answers) ? undefined : dateOf(element, lang)
    if (date !== undefined) return date
  }
  const heading = document.querySelector('h1')
  const header = heading?.closest('header, article, main') ?? heading?.parentElement?.parentElement
  for (const element of header?.querySelectorAll('time') ?? []) {
    if (element.closest('aside, nav, footer, li, [class*=comment], [class*=related]') || isCalledUpdate(element))
      continue
    const around = plainText(element.parentElement ?? element)
    if (around.length < longestLine && isUpdate.test(around)) continue
    const date = dateOf(element, lang)
    if (date !== undefined) return date
  }
  return undefined
}

/** A thread begins with its oldest post; a page that shows the newest first says nothing so. */
function threadDate(document: Document): string | undefined {
  const posts = document.querySelectorAll('[class*=post], [class*=message], [class*=comment]').length
  const dates = [...document.querySelectorAll('time[datetime]')].flatMap((time) =>
    time.closest('nav, aside, footer') ? [] : (machineDate(time.getAttribute('datetime') ?? '') ?? []),
  )
  const [first] = dates
  if (posts < 2 || dates.length < 2 || first === undefined) return undefined
  return dates.every((one) => Date.parse(one) >= Date.parse(first)) ? first : undefined
}

/** Some say it below the text, or beside it under a heading; believed only where it is said once. */
function endDate(document: Document, lang: string | undefined): string | undefined {
  const { list } = paragraphs(document.body)
  const found = list.flatMap(({ text, block }, at) => {
    const label = text.length > longestLine || block.closest(answers) ? undefined : isPublished.exec(text)?.[0]
    if (label === undefined) return []
    const line = label.length === text.length ? (list[at + 1]?.text ?? '') : text
    return line.length > longestLine ? [] : (writtenDate(line, lang) ?? [])
  })
  return new Set(found).size === 1 ? found[0] : undefined
}

const isPublished =
  /^(published|posted|date published|publication date|veröffentlicht|publié|publicado|pubblicato|опубликовано)\b( on( the)?| am| le| el| em| il)?:?\s*/i

/** What somebody has added to the page has a date of its own. */
const answers =
  '[itemprop~=suggestedAnswer], [itemprop~=acceptedAnswer], [itemprop~=comment], [itemtype$="/Answer"], [itemtype$="/Comment"], ' +
  '[class*=comment], [class*=answer], [class*=reply], [class*=related]'

function dateOf(element: Element, lang: string | undefined): string | undefined {
  for (const value of ['datetime', 'content', 'title'].map((name) => element.getAttribute(name))) {
    const date = value === null ? undefined : machineDate(value)
    if (date !== undefined) return date
  }
  return writtenDate(plainText(element), lang)
}
