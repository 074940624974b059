// What was read in a year, to be looked at rather than read.
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { closeLayer } from '../app/layers.ts'
import { readings, yearOfReading, yearsOf, type Reading, type Sum } from '../library/readingStatistics.ts'
import { finishedFrom } from '../list/finishedFrom.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLater } from '../ui/useLater.ts'
import { words } from './words.ts'
import { YearCalendar } from './YearCalendar.tsx'
import { WeekBars } from './WeekBars.tsx'
import './StatisticsDialog.css'

const patienceMs = 120

export function StatisticsDialog() {
  const [all, setAll] = useState<readonly Reading[]>()
  const [chosen, setChosen] = useState<number>()
  useEffect(() => {
    const abort = new AbortController()
    void readings(finishedFrom, { signal: abort.signal }).then((found) => !abort.signal.aborted && setAll(found))
    return () => abort.abort()
  }, [])
  const isLate = useLater(all === undefined, patienceMs)
  const years = all ? yearsOf(all) : []
  const year = chosen ?? years.at(-1) ?? new Date().getFullYear()
  const shown = yearOfReading(all ?? [], year)
  const at = years.indexOf(year)
  const head = useRef<HTMLDivElement>(null)
  const show = (next: number | undefined, button: HTMLButtonElement) => {
    const isByKey = button.matches(':focus-visible')
    flushSync(() => setChosen(next))
    // Beyond the first and the last year nothing is left to press: the keys would be nowhere.
    if (isByKey && button.disabled) head.current?.querySelector<HTMLElement>('button:enabled')?.focus()
  }

  return (
    <Dialog title={words.title} width="full" onClose={() => closeLayer('statistics')}>
      <div className="dialog-body statistics" tabIndex={0} role="group" aria-label={words.title}>
        {all === undefined ? (
          <p className="statistics-none">{isLate && words.counting}</p>
        ) : all.length === 0 ? (
          <p className="statistics-none">{words.nothing}</p>
        ) : (
          <>
            <div className="statistics-head" ref={head}>
              <IconButton
                label={words.before}
                disabled={at <= 0}
                onClick={({ currentTarget }) => show(years[at - 1], currentTarget)}
              >
                <Icon name="back" />
              </IconButton>
              <h3>{words.year(year)}</h3>
              <IconButton
                label={words.after}
                disabled={at < 0 || at >= years.length - 1}
                onClick={({ currentTarget }) => show(years[at + 1], currentTarget)}
              >
                <Icon name="chevronRight" />
              </IconButton>
              <p role="status">{words.sum(shown.finished, shown.words)}</p>
            </div>
            <YearCalendar year={year} days={shown.days} finished={shown.finished} />
            <WeekBars year={year} weeks={shown.weeks} />
            <div className="statistics-sums">
              <Sums title={words.sites} sums={shown.sites} />
              <Sums title={words.tags} sums={shown.tags} none={words.noTags} />
            </div>
            <p className="statistics-local">{words.local}</p>
          </>
        )}
      </div>
    </Dialog>
  )
}

function Sums({ title, sums, none }: { title: string; sums: readonly Sum[]; none?: string }) {
  const most = Math.max(1, ...sums.map((sum) => sum.words))
  return (
    <section>
      <h4>{title}</h4>
      {sums.length === 0 && <p className="statistics-none">{none}</p>}
      <ol>
        {sums.map((sum) => (
          <li key={sum.name}>
            <bdi className="statistics-name">{sum.name}</bdi>
            <span className="statistics-number">{words.number(sum.words)}</span>
            <svg className="statistics-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(sum.words / most) * 100} height="4" rx="0" />
            </svg>
          </li>
        ))}
      </ol>
    </section>
  )
}
