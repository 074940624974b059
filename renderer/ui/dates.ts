// Days as a person writes them. A stated date keeps the day that the page's own clock showed: it is never moved by our time zone.
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

type Day = { readonly year: number; readonly month: number; readonly day: number }

/** "14 March 2026" */
export function longDate(date: string): string {
  const day = dayOf(date)
  return day ? `${day.day} ${months[day.month - 1]} ${day.year}` : ''
}

/** "14 Mar", with the year when it is not this one. */
export function shortDate(date: string, now = new Date()): string {
  const day = dayOf(date)
  if (!day) return ''
  const month = months[day.month - 1]?.slice(0, 3)
  return `${day.day} ${month}${day.year === now.getFullYear() ? '' : ` ${day.year}`}`
}

/** "today", "yesterday", "on 14 March 2026": after a word such as Saved. */
export function relativeDay(instant: string, now = new Date()): string {
  const day = dayOf(instant)
  if (!day) return ''
  const days = Math.round((midnight(now) - new Date(day.year, day.month - 1, day.day).getTime()) / 86_400_000)
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `on ${longDate(instant)}`
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
