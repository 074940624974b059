// Days of other calendars, as people write them: in the years of Iran, of the Hijra, of Japan's emperors and of Taiwan. Unicode's tables say which day each is.

/** YYYY-MM-DD; undefined where the text, its digits already 0 to 9, names no such day. */
export function dayOfOtherCalendar(text: string, lang: string | undefined): string | undefined {
  const numeric = /^fa\b/i.test(lang ?? '') ? /(?<!\d)(1[34]\d\d)[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(text) : null
  if (numeric) return ourDay('persian', Number(numeric[1]), Number(numeric[2]), Number(numeric[3]))
  if (/\p{Script=Han}/u.test(text)) return dayOfEra(text)
  if (!/\p{Script=Arabic}/u.test(text)) return undefined
  for (const { calendar, lang, spellings } of calendars) {
    for (const [, day, name = '', year] of text.matchAll(dayMonthYear)) {
      const month = monthsOf(calendar, lang, spellings).get(spelled(name))
      if (month !== undefined) return ourDay(calendar, Number(year), month, Number(day))
    }
  }
  return undefined
}

type Calendar = 'persian' | 'islamic-umalqura'

const calendars: readonly { calendar: Calendar; lang: string; spellings: Readonly<Record<string, number>> }[] = [
  { calendar: 'persian', lang: 'fa', spellings: { امرداد: 5 } },
  {
    calendar: 'islamic-umalqura',
    lang: 'ar',
    spellings: { 'ربيع الثاني': 4, 'جمادى الاولى': 5, 'جمادى الثانية': 6, 'ذي القعدة': 11, 'ذي الحجة': 12 },
  },
]

/** A month of the Hijra may be two words. */
const dayMonthYear =
  /(?<!\d)(\d{1,2})\s+(?:من\s+)?(\p{L}+(?:\s\p{L}+)?)(?:\s*\u0640?هـ|\s+ماه)?[\s،,]+(?:سال\s+)?(1[34]\d\d)(?!\d)/gu

/** Of letters that are written either way, one. */
function spelled(name: string): string {
  return name
    .replace(/[أإآ]/g, 'ا')
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/\s+ماه$/, '')
}

const known = new Map<Calendar, ReadonlyMap<string, number>>()

function monthsOf(
  calendar: Calendar,
  lang: string,
  spellings: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const before = known.get(calendar)
  if (before) return before
  const months = new Map<string, number>()
  const long = new Intl.DateTimeFormat(lang, { calendar, month: 'long', timeZone: 'UTC' })
  for (let days = 0; days < 355; days += 14) {
    const at = new Date(Date.UTC(2021, 2, 25 + days))
    months.set(spelled(long.format(at)), numbersOf(calendar, at).month)
  }
  for (const [name, month] of Object.entries(spellings)) months.set(spelled(name), month)
  known.set(calendar, months)
  return months
}

function numbersOf(calendar: Calendar, at: Date): { year: number; month: number; day: number } {
  const parts = numericOf(calendar).formatToParts(at)
  const number = (type: string) => Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10)
  return { year: number('year'), month: number('month'), day: number('day') }
}

const numerics = new Map<Calendar, Intl.DateTimeFormat>()

function numericOf(calendar: Calendar): Intl.DateTimeFormat {
  const before = numerics.get(calendar)
  if (before) return before
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat('en', { calendar, ...numeric })
  numerics.set(calendar, format)
  return format
}

/** Estimated by the length of its years, then looked up: the estimate is never off by more than a few days. */
function ourDay(calendar: Calendar, year: number, month: number, day: number): string | undefined {
  const estimated =
    calendar === 'persian'
      ? Date.UTC(year + 621, 2, 20) + ((month - 1) * 30.5 + day) * aDay
      : Date.UTC(622, 6, 18) + ((year - 1) * 354.367 + (month - 1) * 29.53 + day) * aDay
  for (let off = -6; off <= 6; off++) {
    const at = new Date(estimated + off * aDay)
    const own = numbersOf(calendar, at)
    if (own.year === year && own.month === month && own.day === day) return at.toISOString().slice(0, 10)
  }
  return undefined
}

const aDay = 86_400_000

/** The year before the first of each. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  民國: 1911,
  民国: 1911,
}

function dayOfEra(text: string): string | undefined {
  const [, era = '', year = '', month = '', day = ''] =
    /(令和|平成|昭和|大正|民國|民国)\s*(\d{1,3}|元)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text) ?? []
  const first = eras[era]
  if (first === undefined) return undefined
  const at = new Date(Date.UTC(first + (year === '元' ? 1 : Number(year)), Number(month) - 1, Number(day)))
  return at.getUTCMonth() + 1 === Number(month) ? at.toISOString().slice(0, 10) : undefined
}
