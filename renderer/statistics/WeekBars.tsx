import { longDate } from '../ui/dates.ts'
import { words } from './words.ts'

const height = 72
const step = 16
const bar = 13

type Props = { year: number; weeks: readonly { readonly monday: string; readonly words: number }[] }

/** A bar a week, below the calendar's columns. */
export function WeekBars({ year, weeks }: Props) {
  const highest = Math.max(0, ...weeks.map((week) => week.words))
  const most = Math.max(1, highest)
  return (
    <figure className="statistics-figure">
      <figcaption>
        {words.weeks} <span>{words.most(highest)}</span>
      </figcaption>
      <svg
        className="week-bars"
        viewBox={`0 0 ${weeks.length * step - (step - bar)} ${height}`}
        role="img"
        aria-label={words.weeksOf(year, most)}
      >
        <line x1={0} x2={weeks.length * step} y1={height - 0.5} y2={height - 0.5} />
        {weeks.map(({ monday, words: count }, index) => {
          const tall = count === 0 ? 0 : Math.max(2, (count / most) * (height - 2))
          return (
            <rect key={monday} x={index * step} y={height - 1 - tall} width={bar} height={tall} rx={2}>
              <title>{words.week(longDate(monday), count)}</title>
            </rect>
          )
        })}
      </svg>
    </figure>
  )
}
