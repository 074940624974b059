import { longDate } from '../ui/dates.ts'
import { usePicked } from './usePicked.ts'
import { words } from './words.ts'

const height = 72
const step = 16
const bar = 13

type Props = { year: number; weeks: readonly { readonly monday: string; readonly words: number }[] }

/** A bar a week, below the calendar's columns. */
export function WeekBars({ year, weeks }: Props) {
  const highest = Math.max(0, ...weeks.map((week) => week.words))
  const most = Math.max(1, highest)
  const said = ({ monday, words: count }: Props['weeks'][number]) => words.week(longDate(monday), count)
  const { picked, hasKeys, picture, part } = usePicked({
    count: weeks.length,
    first: weeks.findLastIndex((week) => week.words > 0),
    stepOf: (key) => ({ ArrowLeft: -1, ArrowRight: 1 })[key] ?? 0,
  })
  return (
    <figure className="statistics-figure">
      <figcaption>
        {words.weeks} <span>{hasKeys ? said(weeks[picked]!) : words.most(highest)}</span>
      </figcaption>
      <svg
        className="week-bars"
        viewBox={`0 0 ${weeks.length * step - (step - bar)} ${height}`}
        aria-label={words.weeksOf(year, most)}
        {...picture}
      >
        <line aria-hidden="true" x1={0} x2={weeks.length * step} y1={height - 0.5} y2={height - 0.5} />
        {weeks.map((week, index) => {
          const { monday, words: count } = week
          const tall = count === 0 ? 0 : Math.max(2, (count / most) * (height - 2))
          return (
            <rect key={monday} {...part(index)} x={index * step} y={height - 1 - tall} width={bar} height={tall} rx={2}>
              <title>{said(week)}</title>
            </rect>
          )
        })}
      </svg>
    </figure>
  )
}
