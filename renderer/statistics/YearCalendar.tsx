import { mondayOf, plusDays } from '../library/readingStatistics.ts'
import { longDate, shortMonth } from '../ui/dates.ts'
import { words } from './words.ts'

const cell = 13
const gap = 3
const top = 16
/** From the second one on, each shade needs so many more articles a day. */
const steps = [1, 2, 4, 7] as const

type Props = { year: number; days: ReadonlyMap<string, number>; finished: number }

/** A square a day, a column a week: the more was finished, the deeper its shade. */
export function YearCalendar({ year, days, finished }: Props) {
  const first = mondayOf(`${year}-01-01`)
  const all = daysOf(year)
  const x = (day: string) => Math.floor((Date.parse(day) - Date.parse(first)) / 604_800_000) * (cell + gap)
  const y = (day: string) => ((new Date(day).getUTCDay() + 6) % 7) * (cell + gap) + top
  const width = x(`${year}-12-31`) + cell
  return (
    <figure className="statistics-figure">
      <figcaption>{words.calendar}</figcaption>
      <svg
        className="calendar"
        viewBox={`0 0 ${width} ${7 * (cell + gap) + top}`}
        role="img"
        aria-label={words.calendarOf(year, finished)}
      >
        {Array.from({ length: 12 }, (_, month) => {
          const day = `${year}-${String(month + 1).padStart(2, '0')}-01`
          return (
            <text key={month} x={x(plusDays(day, 6))} y={10}>
              {shortMonth(month + 1)}
            </text>
          )
        })}
        {all.map((day) => {
          const count = days.get(day) ?? 0
          return (
            <rect
              key={day}
              x={x(day)}
              y={y(day)}
              width={cell}
              height={cell}
              rx={3}
              data-shade={steps.filter((step) => count >= step).length}
            >
              <title>{words.day(longDate(day), count)}</title>
            </rect>
          )
        })}
      </svg>
    </figure>
  )
}

function daysOf(year: number): readonly string[] {
  const all: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = plusDays(day, 1)) all.push(day)
  return all
}
