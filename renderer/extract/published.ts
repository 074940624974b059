// When the page was published, as it says to machines and to people.
import type { NearBlock } from './aroundHeading.ts'
import { findCalled } from './called.ts'
import { machineDate, writtenDate } from './dates.ts'
import { hasType, textOf } from './jsonLd.ts'
import { names, plainText } from './measureText.ts'
import type { Source } from './metadata.ts'
import { standsIn } from './standsIn.ts'

/** `lines` are all lines of the page, `near` those that stand with the title; `revised` is when the page says it was changed. */
export function published(
  source: Source,
  url: string,
  lang: string | undefined,
  near: readonly NearBlock[],
  lines: readonly NearBlock[],
  revised: string | undefined,
): string | undefined {
  const { document, article } = source
  const isThread = article !== undefined && hasType(article, /^(DiscussionForum|SocialMedia)Posting$|^Q/)
  const stated = inZoneOfPage(statedDate(source, lang), document)
  if (!isThread && stated !== undefined && showsOnlyRevision(stated, near, lines, lang, revised)) {
    // A day that stands there without a word is the day of the page to whoever reads it, whatever machines are told of it.
    return revisionShown(near, lang) === undefined ? shownDate(near, lang) : undefined
  }
  const shown = isThread ? undefined : shownDate(near, lang)
  // The day that the page shows its readers is its date; machines are told of another only by mistake, or of the day in Greenwich.
  if (
    stated !== undefined &&
    (shown === undefined ||
      sameDay(stated, shown) ||
      isSwapped(stated, shown) ||
      (revised !== undefined && sameDay(shown, revised)) ||
      near.some((line) => line.text.length <= longestLine && sameDay(dateIn(line, lang) ?? '', stated)))
  )
    return inOwnZone(stated, url)
  if (stated !== undefined) return shown
  return (
    markedDate(source, lang) ??
    firstDate(lines, lang) ??
    shown ??
    headerTime(document, lang) ??
    threadDate(document) ??
    endDate(lines, lang) ??
    dayInAddress(url) ??
    onlyDate(lines, lang)
  )
}

/** When the page says to its readers that it was changed: a line with the title that is of a revision. */
export function revisionShown(near: readonly NearBlock[], lang: string | undefined): string | undefined {
  for (const [at, line] of near.entries()) {
    const date = line.text.length <= longestLine && isOfRevision(line, near[at - 1]) ? dateIn(line, lang) : undefined
    if (date !== undefined) return date
  }
  return undefined
}

/**
 * Some pages are rewritten for years, tell machines when they began and readers only when they were last changed. What the readers see is then no
 * date of publication, and what the machines are told is not what the page shows; so it has none.
 */
function showsOnlyRevision(
  stated: string,
  near: readonly NearBlock[],
  lines: readonly NearBlock[],
  lang: string | undefined,
  revised: string | undefined,
): boolean {
  const shown = revisionShown(near, lang) ?? shownDate(near, lang)
  if (shown === undefined) return false
  const daysApart = (Date.parse(shown) - Date.parse(stated)) / 86_400_000
  const isRevision = revisionShown(near, lang) !== undefined || (revised !== undefined && sameDay(shown, revised))
  if (!isRevision || daysApart < manyDays) return false
  return !lines.some((line) => line.text.length <= longestLine && isAbout(dateIn(line, lang), stated))
}

/** Which day it was depends on where one asks. */
function isAbout(one: string | undefined, other: string): boolean {
  return one !== undefined && Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) <= 86_400_000
}

/** A revision so soon after is of the same article. */
const manyDays = 90

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
    textOf(linked.find((object) => hasType(object, /^JobPosting$/))?.['datePosted']),
    textOf(article?.['dateCreated']),
    textOf(page?.['datePublished']),
  ]
  for (const value of stated) {
    const date = value === undefined ? undefined : (machineDate(value) ?? writtenDate(value, lang))
    if (date !== undefined) return date
  }
  return undefined
}

/** 9.10. for the tenth of September. */
function isSwapped(one: string, other: string): boolean {
  return (
    one.slice(0, 4) === other.slice(0, 4) &&
    one.slice(5, 7) === other.slice(8, 10) &&
    one.slice(8, 10) === other.slice(5, 7)
  )
}

function sameDay(one: string, other: string): boolean {
  return one.slice(0, 10) === other.slice(0, 10)
}

/** What machines are told in the time of Greenwich the page may mark once more in its own. */
function inZoneOfPage(stated: string | undefined, document: Document): string | undefined {
  if (stated === undefined || !isOfGreenwich.test(stated)) return stated
  for (const time of document.querySelectorAll('time[datetime]')) {
    const own = machineDate(time.getAttribute('datetime') ?? '')
    if (
      own !== undefined &&
      !isOfGreenwich.test(own) &&
      /[+-]\d\d:\d\d$/.test(own) &&
      Date.parse(own) === Date.parse(stated)
    )
      return own
  }
  return stated
}

const isOfGreenwich = /(Z|\+00:00)$/

function dayInAddress(url: string): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:\/|-|$)/.exec(url) ?? []
  if (day !== undefined) return machineDate(`${year}-${month}-${day}`)
  const [, ofYear, name, ofMonth] = /\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d\d?)(?:\/|-|$)/i.exec(url) ?? []
  return ofMonth === undefined ? undefined : writtenDate(`${ofMonth} ${name} ${ofYear}`, 'en')
}

/** A day that is all a line says, where the text and what stands above and below it say no other. */
function onlyDate(lines: readonly NearBlock[], lang: string | undefined): string | undefined {
  const found = lines.flatMap((line, at) => {
    const day = line.text.replace(withName, '')
    const isDay = day.length <= longestDay && !/[.!?]$/.test(day) && writtenDate(day, lang) !== undefined
    if (
      !isDay ||
      line.block.closest(besides) ||
      standsIn(line.block, answers) ||
      isOfRevision(line, lines[at - 1]) ||
      isOfEvent(line) ||
      isSpan(line.text) ||
      isHours.test(lines[at + 1]?.text ?? '')
    )
      return []
    return dateIn(line, lang) ?? []
  })
  const days = new Set(found.map((date) => date.slice(0, 10)))
  return days.size === 1 ? found[0] : undefined
}

/** Characters: the day of the week may stand before it. */
const longestDay = 32
/** "3 May 2021 By Ada Byron" */
const withName = /(?<=\d)\W*\bby\s+\p{L}.{0,40}$/iu
const besides = 'nav, aside, footer:not(article footer, main footer), table, form, blockquote, a'

/** The day in the page's address is its own; an evening in America is the next day in Greenwich. */
function inOwnZone(stated: string, url: string): string {
  const own = dayInAddress(url)
  if (own === undefined || sameDay(own, stated) || !isOfGreenwich.test(stated)) return stated
  const hoursApart = Math.abs(Date.parse(stated) - Date.parse(`${own}T12:00:00Z`)) / 3_600_000
  return hoursApart < 30 ? own : stated
}

const longestLine = 120

/** A line with the title that is a date and hardly more; not one that says it is of a revision. */
function shownDate(near: readonly NearBlock[], lang: string | undefined): string | undefined {
  for (const [at, line] of near.entries()) {
    const { text } = line
    if (text.length > longestLine || (/(?<!\u0e19)[.!?]$/.test(text) && text.length > 15 && !startedBy.test(text)))
      continue // in Thai an hour ends so
    if (
      isOfRevision(line, near[at - 1]) ||
      isOfMember(line, near[at - 1]) ||
      isOfEvent(line) ||
      isSpan(text) ||
      isInRow(line)
    )
      continue
    const date = dateIn(line, lang)
    if (date !== undefined) return date
  }
  return undefined
}

/** Of one of many things. */
function isInRow({ block }: NearBlock): boolean {
  const table = block.closest('tbody')?.parentElement
  return table?.querySelector('thead') != null && table.querySelectorAll('tbody tr').length > 1
}

/** When it is to begin and end stands below the day. */
const isHours =
  /^\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[-–—]|to|bis)\s*\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|Uhr|h)?$/i

/** From one year to another: a life, a time in office. */
function isSpan(text: string): boolean {
  const [, from, to] =
    /(?<!\d)(\d{4})\s*[-–—]\s*(?:[\p{L}.]+ \d{1,2},? |\d{1,2}\.? [\p{L}.]+ )?(\d{4})\s*$/u.exec(text) ?? []
  return from !== undefined && to !== undefined && Number(to) > Number(from)
}

/** When something is to take place. */
function isOfEvent({ block }: Pick<NearBlock, 'block'>): boolean {
  for (let at: Element | null = block; at && at.localName !== 'body'; at = at.parentElement)
    if (isCalledEvent.test(names(at)) || /\/\w*Event$/.test(at.getAttribute('itemtype') ?? '')) return true
  return false
}

const isCalledEvent = /(?:^|[^a-z])events?(?:[^a-z]|$)|event[-_]?(?:date|meta|time|details|info|header)/i

/** Since when somebody who wrote is one of those who may. */
function isOfMember({ text }: NearBlock, before: NearBlock | undefined): boolean {
  return isSince.test(text) || (before !== undefined && before.text.length < 30 && isSince.test(before.text))
}

const isSince =
  /^(joined|join date|member since|registered|registriert|mitglied seit|beigetreten|dabei seit|inscrit|inscription|membre depuis|registrado|miembro desde|iscritto|lid sinds|registrazione|membro desde|зарегистрирован|регистрация|注册|加入|登録)/i

/** How forums say who began a thread, and when. */
const startedBy = /\bstarted by\b/i

function dateIn({ text, block }: NearBlock, lang: string | undefined): string | undefined {
  // A line may stand straight in the box of the whole article, with times that other lines are of.
  const time = [block, ...block.querySelectorAll('time[datetime]')].find(
    (one) => one.localName === 'time' && text.includes(plainText(one)),
  )
  return (time ? dateOf(time, lang) : undefined) ?? writtenDate(text, lang)
}

function isOfRevision({ text, block }: NearBlock, before: NearBlock | undefined): boolean {
  if (isUpdate.test(text) || isCalledUpdate(block)) return true
  if (before !== undefined && before.text.length < 30 && isUpdate.test(before.text)) return true
  return namesUpdateOnly.test(text) && !namesPublication.test(text)
}

const isUpdate =
  /^(updated|last (updated|modified|reviewed|edited)|page updated|modified|reviewed(?! by)|revised|geändert|aktualisiert|zuletzt|mis à jour|actualizado|atualizado|aggiornato|обновлено|更新)/i
/** "By Ada Byron Updated: 3 May 2021" */
const namesUpdateOnly =
  /([Uu]pdated|[Mm]odified|[Rr]eviewed)( on)?:?\s*(\p{L}{3,9}\.?,? )?(\d{1,2}|\p{Lu}\p{L}{2,8})[ .,/-]/u
const namesPublication = /publi[sc]|posted|veröffentlicht|\b(19|20)\d\d\b.*\b(19|20)\d\d\b/i

function isCalledUpdate(block: Element): boolean {
  return /updat|modif|review|changed/i.test(`${names(block)} ${names(block.parentElement ?? block)}`)
}

/** An element that is marked as the date of publication. */
function markedDate({ document, called }: Source, lang: string | undefined): string | undefined {
  for (const element of findCalled(document, dateMarks, called)) {
    const date = standsIn(element, answers) ? undefined : dateOf(element, lang)
    if (date !== undefined) return date
  }
  return undefined
}

const dateMarks = [
  '[itemprop~=datePublished]',
  '[itemprop~=dateCreated]',
  'time[pubdate]',
  'time.published',
  '.published[title]',
  'time.entry-date',
  '[class*=publishdate i]:not(li *, aside *, a *)',
  '[class*=publish-date i]:not(li *, aside *, a *)',
]

/** The `time` that stands with the title. */
function headerTime(document: Document, lang: string | undefined): string | undefined {
  const heading = document.querySelector('h1')
  const header = heading?.closest('header, article, main') ?? heading?.parentElement?.parentElement
  for (const element of header?.querySelectorAll('time') ?? []) {
    if (element.closest('aside, nav, footer, li, [class*=comment], [class*=related]') || isCalledUpdate(element))
      continue
    if (isOfEvent({ block: element })) continue
    const around = plainText(element.parentElement ?? element)
    if (around.length < longestLine && isUpdate.test(around)) continue
    const date = dateOf(element, lang)
    if (date !== undefined) return date
  }
  return undefined
}

/** A thread begins with its oldest post; a page that shows the newest first says nothing so. */
function threadDate(document: Document): string | undefined {
  const dates = [...document.querySelectorAll('time[datetime], relative-time[datetime]')].flatMap((time) =>
    time.closest('nav, aside, footer') ? [] : (machineDate(time.getAttribute('datetime') ?? '') ?? []),
  )
  const [first] = dates
  if (dates.length < 2 || first === undefined) return undefined
  if (document.querySelectorAll('[class*=post], [class*=message], [class*=comment]').length < 2) return undefined
  return dates.every((one) => Date.parse(one) >= Date.parse(first)) ? first : undefined
}

/** A line that tells the article's own history says the day of its beginning. */
function firstDate(lines: readonly NearBlock[], lang: string | undefined): string | undefined {
  for (const { text, block } of lines) {
    const said = text.length > 2 * longestLine ? null : beganOn.exec(text)
    if (!said || standsIn(block, answers)) continue
    const date = writtenDate(text.slice(said.index, said.index + said[0].length + 30), lang)
    if (date !== undefined) return date
  }
  return undefined
}

const beganOn =
  /\b(this|the) (article|post|story|piece) was (originally |first )?(published|posted|submitted) on |\boriginally (published|posted):? (on )?/i

/** Some say it below the text, or beside it under a heading; believed only where it is said once. */
function endDate(list: readonly NearBlock[], lang: string | undefined): string | undefined {
  const found = list.flatMap(({ text, block }, at) => {
    const label = text.length > longestLine ? undefined : isPublished.exec(text)?.[0]
    if (label === undefined || standsIn(block, answers)) return []
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
