import { useEffect, useRef, useState } from 'react'
import type { Article } from '../../../preload/article.ts'
import { formatNumber } from '../../../preload/language.ts'
import { articlesOfSite } from '../../library/siteRules.ts'
import { Button } from '../../ui/Button.tsx'
import { longDate } from '../../ui/dates.ts'
import { counted } from '../../ui/counted.ts'
import { applyRule, sayApplied } from './applyRule.ts'
import { words } from './words.ts'

/** `first`: the article that was pointed at stands at the head of the list. */
type Props = { site: string; rule: string; first?: string; onClose: () => void }

export function ApplyStep({ site, rule, first, onClose }: Props) {
  const [found, setFound] = useState<readonly Article[]>()
  useEffect(() => {
    const abort = new AbortController()
    void articlesOfSite(site, { signal: abort.signal }).then((all) => !abort.signal.aborted && setFound(all))
    return () => abort.abort()
  }, [site])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<number>()
  const stopping = useRef(new AbortController())
  const articles = [...(found ?? [])].sort((a, b) => Number(b.id === first) - Number(a.id === first))
  const chosen = articles.filter(({ id }) => !left.has(id))
  const isRunning = done !== undefined

  const apply = async () => {
    setDone(0)
    const applied = await applyRule(rule, chosen, { signal: stopping.current.signal, onProgress: setDone })
    onClose()
    sayApplied(applied)
  }
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  // Before that there would be nothing to apply it to, and a button that cannot be pressed takes no focus.
  if (!found) return null
  return (
    <>
      <div className="fix-articles">
        <label className="fix-all">
          <input
            type="checkbox"
            disabled={isRunning}
            checked={left.size === 0}
            onChange={() => setLeft(left.size === 0 ? new Set(articles.map(({ id }) => id)) : new Set())}
          />
          {words.all}
          <span>{counted.articles(articles.length)}</span>
        </label>
        <ul>
          {articles.map(({ id, title, savedAt }) => (
            <li key={id}>
              <label>
                <input type="checkbox" disabled={isRunning} checked={!left.has(id)} onChange={() => toggle(id)} />
                <bdi>{title}</bdi>
                <time dateTime={savedAt}>{longDate(savedAt)}</time>
              </label>
            </li>
          ))}
        </ul>
      </div>
      <div className="dialog-actions">
        {isRunning ? (
          <>
            <span className="fix-progress" role="status">
              {words.applying(formatNumber(done), formatNumber(chosen.length))}
            </span>
            <progress className="bar" max={chosen.length} value={done} aria-label={words.applyTitle(site)} />
            <Button onClick={() => stopping.current.abort()}>{words.stop}</Button>
          </>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {words.notNow}
            </Button>
            <Button kind="primary" autoFocus disabled={chosen.length === 0} onClick={() => void apply()}>
              {words.apply(counted.articles(chosen.length))}
            </Button>
          </>
        )}
      </div>
    </>
  )
}
