// Dates as pages write them -> an instant with the page's own offset, or a bare day. What is not certain is undefined.
import { dayOfOtherCalendar } from './calendars.ts'

/** From a machine-readable place: ISO 8601 and its common slips, RFC 2822, Unix time. */
export function machineDate(value: string): string | undefined {
  const text = value.trim()
  const iso = isoDate.exec(text)
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso
    return build(year, month, day, hour, minute, second, zone)
  }
  const rfc = rfcDate.exec(text)
  if (rfc) {
    const [, day, month = '', year, hour, minute, second, zone] = rfc
    return build(
      year,
      String(englishMonths.indexOf(month.slice(0, 3).toLowerCase()) + 1),
      day,
      hour,
      minute,
      second,
      zone,
    )
  }
  if (/^\d{10}(\d{3})?$/.test(text)) {
    const at = new Date(Number(text) * (text.length === 10 ? 1000 : 1))
    return isSane(at.getUTCFullYear()) ? at.toISOString().replace('.000', '') : undefined
  }
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (compact) return build(compact[1], compact[2], compact[3])
  return undefined
}

/** From text for people, in the page's language or English: a day with its month in letters, or in an order that leaves no doubt. */
export function writtenDate(text: string, lang: string | undefined): string | undefined {
  const plain = inOurYears(text.replace(/\s+/g, ' ').trim().replace(otherDigits, ownDigit))
  const iso = /(?:^|[^\d])([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(plain)
  if (iso && isSane(Number(iso[1]))) return build(iso[1], iso[2], iso[3])
  const han = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(plain)
  if (han) return build(han[1], han[2], han[3])
  const dotted = /(?<!\d)([12]\d{3})\. (\d{1,2})\. (\d{1,2})(?!\d)/.exec(plain)
  if (dotted) return build(dotted[1], dotted[2], dotted[3])
  const months = monthNames(lang)
  for (const [, day, name = '', year] of plain.matchAll(dayFirst)) {
    const month = name
      .split('/')
      .map((one) => months.get(monthKey(one)))
      .find((one) => one !== undefined)
    if (month) return build(year, String(month), day)
  }
  const vietnamese = /(?<!\d)(\d{1,2}) tháng (\d{1,2})(?: năm|,)? (\d{4})(?!\d)/iu.exec(plain)
  if (vietnamese) return build(vietnamese[3], vietnamese[2], vietnamese[1])
  const yearFirst = /(?:^|[^\d])(\d{4}) ([\p{L}\p{M}]{3,}\.?) (\d{1,2})(?!\d)/u.exec(plain)
  if (yearFirst) {
    const month = months.get(monthKey(yearFirst[2] ?? ''))
    if (month) return build(yearFirst[1], String(month), yearFirst[3])
  }
  const monthFirst = /(?:^|[^\p{L}])([\p{L}\p{M}]{3,}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u.exec(plain)
  if (monthFirst) {
    const month = months.get(monthKey(monthFirst[1] ?? ''))
    if (month) return build(monthFirst[3], String(month), monthFirst[2])
  }
  // As computers have written to each other since the first of them did.
  const stamp = /(?:^|[^\p{L}])([\p{L}]{3}) +(\d{1,2}) \d\d:\d\d:\d\d (?:[A-Z]{1,5} )?(\d{4})(?!\d)/u.exec(plain)
  if (stamp) {
    const month = months.get(monthKey(stamp[1] ?? ''))
    if (month) return build(stamp[3], String(month), stamp[2])
  }
  const numeric = /(?:^|[^\d])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(plain)
  if (numeric) {
    const [, first = '', separator, second = '', year] = numeric
    // 3/4/2021 is two different days; 13/4/2021 is one. With full stops the day comes first everywhere.
    if (separator === '.' || Number(first) > 12 || putsDayFirst(lang)) return build(year, second, first)
    if (Number(second) > 12) return build(year, first, second)
  }
  return dayOfOtherCalendar(plain, lang)
}

const dayFirstLanguages = new Map<string, boolean>()

/** In English it is one here and the other there; in other languages it is as everybody writes it. */
function putsDayFirst(lang: string | undefined): boolean {
  if (lang === undefined || /^en\b/i.test(lang)) return false
  let known = dayFirstLanguages.get(lang)
  if (known === undefined) {
    try {
      const parts = new Intl.DateTimeFormat(lang, { calendar: 'gregory', dateStyle: 'short' }).formatToParts(0)
      known =
        Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0 &&
        parts.find(({ type }) => /^(?:day|month|year)$/.test(type))?.type === 'day'
    } catch {
      known = false // a page may call its language anything
    }
    dayFirstLanguages.set(lang, known)
  }
  return known
}

/** 13 March 2024, in any language that puts the day first; a line may say it in two calendars. */
const dayFirst =
  /(?:^|[^\d])(\d{1,2})(?:st|nd|rd|th|\.|º|er)?(?: de| of)? ([\p{L}\p{M}]{3,}(?:\/[\p{L}\p{M}]{3,})?\.?),?(?: de| del)? (\d{4})(?!\d)/gu

const otherDigits = /[^\P{Nd}0-9]/gu
/** Of each script that has digits of its own: what its 0 is. */
const zeros = '\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u1040\u17e0\uff10'

function ownDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = [...zeros].map((one) => code - one.charCodeAt(0)).find((value) => value >= 0 && value <= 9)
  return zero === undefined ? digit : String(zero)
}

/** In Thailand years are counted from the death of the Buddha. */
function inOurYears(text: string): string {
  if (!/[\u0e00-\u0e7f]/.test(text)) return text
  return text.replace(/(?<!\d)2[45]\d\d(?!\d)/g, (year) => String(Number(year) - 543))
}

const isoDate =
  /^([12]\d{3})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?:\s*\[[^\]]*\])?$/i
const rfcDate =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(Z|UTC|GMT|[+-]\d{4})?)?$/i
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function build(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!isSane(y) || !(m >= 1 && m <= 12) || !(d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) return undefined
  const bareDay = `${year}-${two(m)}-${two(d)}`
  if (hour === undefined || minute === undefined) return bareDay
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return bareDay
  return `${bareDay}T${two(Number(hour))}:${minute}:${second ?? '00'}${offset(zone)}`
}

function offset(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z'
  const digits = zone.replace(':', '').slice(1).padEnd(4, '0')
  const isReal = Number(digits.slice(0, 2)) <= 14 && Number(digits.slice(2)) <= 59
  return isReal ? `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}` : ''
}

function isSane(year: number): boolean {
  return year >= 1900 && year <= 2100
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

const monthsByLang = new Map<string, Map<string, number>>()

/** The months are called otherwise in Cairo, in Damascus, in Algiers and in Rabat; a paper of one may be read in all. */
const arabic = ['ar-EG', 'ar-SY', 'ar-DZ', 'ar-MA']

function monthNames(lang: string | undefined): Map<string, number> {
  const key = lang ?? 'en'
  let names = monthsByLang.get(key)
  if (!names) {
    names = new Map()
    for (const language of new Set([key, ...(/^ar\b/i.test(key) ? arabic : []), 'en'])) addMonths(names, language)
    monthsByLang.set(key, names)
  }
  return names
}

function addMonths(names: Map<string, number>, lang: string) {
  for (const style of ['long', 'short'] as const) {
    for (const options of [{ month: style } as const, { month: style, day: 'numeric' } as const]) {
      let format: Intl.DateTimeFormat
      try {
        format = new Intl.DateTimeFormat(lang, { ...options, calendar: 'gregory', timeZone: 'UTC' })
      } catch {
        return // a page may call its language anything
      }
      for (let month = 0; month < 12; month++) {
        const part = format.formatToParts(Date.UTC(2021, month, 15)).find(({ type }) => type === 'month')
        if (part && !/\d/.test(part.value) && !names.has(monthKey(part.value)))
          names.set(monthKey(part.value), month + 1)
      }
    }
  }
  if (lang === 'en') names.set('sept', 9)
}

/** In Hebrew the word for "in" is written with the month. */
function monthKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\u05d1(?=[\u05d0-\u05ea]{3})/, '')
}
