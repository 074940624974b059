import { mondayOf, plusDays } from '../library/readingStatistics.ts'
import { longDate, shortMonth } from '../ui/dates.ts'
import { usePicked } from './usePicked.ts'
import { words } from './words.ts'

const cell = 13
const gap = 3
const top = 16
/** From so many articles a day each shade begins, for whoever reads a few. */
const steps = [1, 2, 4, 7] as const
/** The deepest is for the best days: so many of those on which anything was finished have it at most, or all would look the same. */
const bestShare = 0.15

type Props = { year: number; days: ReadonlyMap<string, number>; finished: number }

/** A square a day, a column a week: the more was finished, the deeper its shade. */
export function YearCalendar({ year, days, finished }: Props) {
  const first = mondayOf(`${year}-01-01`)
  const all = daysOf(year)
  const x = (day: string) => Math.floor((Date.parse(day) - Date.parse(first)) / 604_800_000) * (cell + gap)
  const y = (day: string) => ((new Date(day).getUTCDay() + 6) % 7) * (cell + gap) + top
  const width = x(`${year}-12-31`) + cell
  const shades = shadesOf([...days.values()])
  const said = (day: string) => words.day(longDate(day), days.get(day) ?? 0)
  const { picked, hasKeys, picture, part } = usePicked({
    count: all.length,
    first: all.findLastIndex((day) => days.has(day)),
    stepOf: (key) => ({ ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1 })[key] ?? 0,
  })
  return (
    <figure className="statistics-figure">
      <figcaption>
        {/* Hidden, not taken out: a dialog that loses a node in the moment in which the keys move on takes them itself. */}
        {words.calendar} <span hidden={!hasKeys}>{said(all[picked]!)}</span>
      </figcaption>
      <svg
        className="calendar"
        viewBox={`0 0 ${width} ${7 * (cell + gap) + top}`}
        aria-label={words.calendarOf(year, finished)}
        {...picture}
      >
        {Array.from({ length: 12 }, (_, month) => {
          const day = `${year}-${String(month + 1).padStart(2, '0')}-01`
          return (
            <text key={month} aria-hidden="true" x={x(plusDays(day, 6))} y={10}>
              {shortMonth(month + 1)}
            </text>
          )
        })}
        {all.map((day, index) => {
          const count = days.get(day) ?? 0
          return (
            <rect
              key={day}
              {...part(index)}
              x={x(day)}
              y={y(day)}
              width={cell}
              height={cell}
              rx={3}
              data-shade={shades.filter((least) => count >= least).length}
            >
              <title>{said(day)}</title>
            </rect>
          )
        })}
      </svg>
    </figure>
  )
}

function shadesOf(counts: readonly number[]): readonly number[] {
  const best = [...counts].sort((a, b) => b - a)[Math.floor(counts.length * bestShare)] ?? 0
  const most = Math.max(steps.at(-1)!, best + 1)
  return steps.map((step) => (step === 1 ? 1 : Math.ceil((step * most) / steps.at(-1)!)))
}

function daysOf(year: number): readonly string[] {
  const all: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = plusDays(day, 1)) all.push(day)
  return all
}
