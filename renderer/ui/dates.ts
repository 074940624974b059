// Days as a person writes them. A stated date keeps the day that the page's own clock showed: it is never moved by our time zone.
import { clockTime, inLanguages, localeTag } from '../../preload/language.ts'

/** "Mar": of a month from 1 to 12. */
export function shortMonth(month: number): string {
  return written({ year: 2026, month, day: 1 }, { month: 'short' })
}

type Day = { readonly year: number; readonly month: number; readonly day: number }

/** "14 March 2026" */
export function longDate(date: string): string {
  const day = dayOf(date)
  return day ? written(day, { day: 'numeric', month: 'long', year: 'numeric' }) : ''
}

/** "14 March 2026, 18:05", by the clock here. */
export function exactTime(instant: string): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  return `${longDate(date.toISOString())}, ${clockTime(instant)}`
}

/** "14 Mar", with the year when it is not this one. */
export function shortDate(date: string, now = new Date()): string {
  const day = dayOf(date)
  if (!day) return ''
  return written(day, {
    day: 'numeric',
    month: 'short',
    ...(day.year === now.getFullYear() ? {} : { year: 'numeric' }),
  })
}

/** "today", "yesterday", "on 14 March 2026": after a word such as Saved. */
export function relativeDay(instant: string, now = new Date()): string {
  const day = dayOf(instant)
  if (!day) return ''
  const days = Math.round((midnight(now) - new Date(day.year, day.month - 1, day.day).getTime()) / 86_400_000)
  return days <= 0 ? words.today : days === 1 ? words.yesterday : words.on(longDate(instant))
}

const words = inLanguages(
  { today: 'today', yesterday: 'yesterday', on: (date: string) => `on ${date}` },
  { today: 'heute', yesterday: 'gestern', on: (date: string) => `am ${date}` },
)

function written({ year, month, day }: Day, parts: Intl.DateTimeFormatOptions): string {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return formatOf(parts).format(date)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept: to make one takes a quarter of a millisecond, and a screen of rows writes forty dates. */
function formatOf(parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = [localeTag(), ...Object.entries(parts).flat()].join(' ')
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(localeTag(), { ...parts, timeZone: 'UTC' })
    formats.set(key, format)
  }
  return format
}

/** Of an instant in UTC: the day here. Of a date with its own offset or none: the day as written. */
function dayOf(date: string): Day | undefined {
  if (date.endsWith('Z')) {
    const here = new Date(date)
    if (Number.isNaN(here.getTime())) return undefined
    return { year: here.getFullYear(), month: here.getMonth() + 1, day: here.getDate() }
  }
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? []
  return year && month && day ? { year: Number(year), month: Number(month), day: Number(day) } : undefined
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
