// Dates as they are typed -> days. A day is written 2024-03-15, so that plain comparison is its order.

/** From the first day up to and without the last. `''` lies before all days and `'~'` after them. */
export type Days = { readonly from: string; readonly to: string }

/**
 * `2024`, `2024-03`, `2024-03-15`, `2023..2024-06`, `today`, `yesterday`, `3d`, `2w`, `6m`, `1y`. What lies so long back is that one day (`at`)
 * or all days since (`since`). Undefined for what is no date.
 */
export function parseDays(text: string, now: Date, long: 'at' | 'since'): Days | undefined {
  const value = text.toLowerCase()
  const between = /^(.*?)\.\.(.*)$/.exec(value)
  if (between) {
    const first = between[1] ? parseDays(between[1], now, 'at') : { from: '', to: '' }
    const last = between[2] ? parseDays(between[2], now, 'at') : { from: '~', to: '~' }
    return first && last && { from: first.from, to: last.to }
  }
  if (value === 'today') return since(now, 0, long)
  if (value === 'yesterday') return { from: dayOf(back(now, 'd', 1)), to: dayOf(now) }
  const ago = /^(\d{1,4})([dwmy])$/.exec(value)
  if (ago) return since(back(now, ago[2] as 'd' | 'w' | 'm' | 'y', Number(ago[1])), 0, long) // the expression allows only these
  const stated = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(value)
  return stated ? calendar(Number(stated[1]), stated[2], stated[3]) : undefined
}

/** The day an instant falls on where the reader is. */
export function dayOf(date: Date): string {
  return [String(date.getFullYear()).padStart(4, '0'), two(date.getMonth() + 1), two(date.getDate())].join('-')
}

function since(day: Date, length: number, long: 'at' | 'since'): Days {
  return { from: dayOf(day), to: long === 'since' ? '~' : dayOf(back(day, 'd', length - 1)) }
}

function back(day: Date, unit: 'd' | 'w' | 'm' | 'y', count: number): Date {
  const [year, month, date] = [day.getFullYear(), day.getMonth(), day.getDate()]
  if (unit === 'd') return new Date(year, month, date - count)
  if (unit === 'w') return new Date(year, month, date - 7 * count)
  const months = unit === 'm' ? count : 12 * count
  const lastDay = new Date(year, month - months + 1, 0).getDate()
  return new Date(year, month - months, Math.min(date, lastDay))
}

function calendar(year: number, month: string | undefined, day: string | undefined): Days | undefined {
  if (month === undefined) return { from: `${pad(year)}-01-01`, to: `${pad(year + 1)}-01-01` }
  const ofYear = Number(month)
  if (ofYear < 1 || ofYear > 12) return undefined
  if (day === undefined) {
    return {
      from: `${pad(year)}-${two(ofYear)}-01`,
      to: ofYear === 12 ? `${pad(year + 1)}-01-01` : `${pad(year)}-${two(ofYear + 1)}-01`,
    }
  }
  const date = new Date(Date.UTC(year, ofYear - 1, Number(day)))
  if (date.getUTCMonth() !== ofYear - 1 || date.getUTCDate() !== Number(day)) return undefined
  const next = new Date(Date.UTC(year, ofYear - 1, Number(day) + 1))
  return { from: date.toISOString().slice(0, 10), to: next.toISOString().slice(0, 10) }
}

function pad(year: number): string {
  return String(year).padStart(4, '0')
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
