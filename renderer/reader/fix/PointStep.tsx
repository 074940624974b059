import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Article } from '../../../preload/article.ts'
import { formatNumber } from '../../../preload/language.ts'
import { formatRule, isSameLine, type RuleLine } from '../../../preload/siteRule.ts'
import { tell } from '../../app/acts.ts'
import { ask } from '../../app/bridge.ts'
import { keepSiteRule } from '../../library/siteRules.ts'
import { Button } from '../../ui/Button.tsx'
import { counted } from '../../ui/counted.ts'
import { createPointer, type Here, type Pointer } from './createPointer.ts'
import { articleText, type ArticleText } from './pageBlocks.ts'
import { PreviewFrame } from './PreviewFrame.tsx'
import { RuleLines } from './RuleLines.tsx'
import { toggleLine } from './toggleLine.ts'
import { words } from './words.ts'

type Props = {
  article: Article
  site: string
  before: readonly RuleLine[]
  /** Where one was when one last left without keeping anything. */
  from: readonly RuleLine[] | undefined
  /** Undefined: as before. */
  onChange: (lines: readonly RuleLine[] | undefined) => void
  onKept: (rule: string) => void
  onCancel: () => void
  onLeave: () => void
}

export type Preview = { readonly html: string; readonly words: number }

export function PointStep({ article, site, before, from = before, onChange, onKept, onCancel, onLeave }: Props) {
  const [lines, setLines] = useState(from)
  const [page, setPage] = useState<Document>()
  const [here, setHere] = useState<Here>()
  const [isUntold, setUntold] = useState(false)
  const { preview, first, isBroken } = usePreview(article, lines)
  // Whoever comes back to lines that were not kept begins with another article than the one there is.
  const [isResumed] = useState(from !== before)
  const { first: kept } = usePreview(article, isResumed ? before : undefined)
  const pointer = useRef<Pointer>(undefined)
  const shown = useRef<ArticleText>(undefined)

  /** Until the article is there nobody knows what belongs to it. */
  const isKnown = preview !== undefined

  const decide = () => {
    if (!page || !pointer.current || !here || !isKnown) return
    const { articleIn } = pointer.current
    const toggled = toggleLine(lines, page.body, here.element, here.isIn, articleIn)
    setUntold(toggled === undefined)
    if (toggled) setLines(toggled.lines)
  }
  const latest = useRef({ decide, onLeave, onChange })
  useLayoutEffect(() => {
    latest.current = { decide, onLeave, onChange }
  })

  useEffect(() => {
    if (!page) return
    let pressed = 0
    const made = createPointer(page, {
      onHere(next) {
        setUntold(false)
        setHere(next)
      },
      // After what is pointed at has arrived here.
      onDecide: () => (pressed = requestAnimationFrame(() => latest.current.decide())),
      onEscape: () => latest.current.onLeave(),
    })
    pointer.current = made
    if (shown.current) made.show(shown.current)
    page.body.focus({ preventScroll: true })
    return () => {
      cancelAnimationFrame(pressed)
      pointer.current = undefined
      made.close()
    }
  }, [page])

  const onText = useCallback(
    (root: Element) => {
      shown.current = articleText(root, article.title)
      pointer.current?.show(shown.current)
    },
    [article.title],
  )

  const text = formatRule(lines, `Offprint, ${site}`)
  const isChanged = text !== formatRule(before, `Offprint, ${site}`)
  useEffect(() => {
    latest.current.onChange(isChanged ? lines : undefined)
  }, [isChanged, lines])
  const keep = async () => {
    if (await tell(keepSiteRule(site, text))) onKept(text)
  }
  return (
    <div className="fix">
      <div className="fix-panes">
        <section className="fix-pane" aria-label={words.page}>
          <h3>{words.page}</h3>
          <iframe
            className="fix-frame fix-snapshot"
            src={`/snapshot/${article.heldBy ?? article.id}/${article.version}`}
            title={words.page}
            sandbox="allow-same-origin"
            onLoad={(event) => setPage(event.currentTarget.contentDocument ?? undefined)}
          />
          <div className="fix-here">
            <p role="status">
              {isUntold ? words.cannotTell : !here ? words.nothingChosen : isKnown ? sayHere(here) : words.reading}
            </p>
            <Button kind="quiet" disabled={!here} onClick={() => pointer.current?.widen(1)}>
              {words.wider}
            </Button>
            <Button kind="quiet" disabled={!here} onClick={() => pointer.current?.widen(-1)}>
              {words.narrower}
            </Button>
            <Button disabled={!here || !isKnown} onClick={decide}>
              {isKnown && here?.isIn === false ? words.takeIn : words.leaveOut}
            </Button>
          </div>
        </section>
        <section className="fix-pane" aria-label={words.article}>
          <h3>
            {words.article}
            {preview && (
              <span className="fix-amount">
                {sayAmount(preview.words, (isResumed ? kept : first) ?? preview.words)}
              </span>
            )}
          </h3>
          {isBroken && <p role="alert">{words.unreadable}</p>}
          <PreviewFrame article={article} html={preview?.html} onText={onText} />
          <RuleLines
            site={site}
            lines={lines}
            body={page?.body}
            onTakeBack={(line) => setLines(lines.filter((one) => !isSameLine(one, line)))}
          />
        </section>
      </div>
      <div className="dialog-actions">
        <p className="dialog-hint">{words.keepHint}</p>
        <Button kind="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button kind="primary" disabled={!isChanged || !preview} onClick={() => void keep()}>
          {words.keep}
        </Button>
      </div>
    </div>
  )
}

function sayHere({ words: text, isPicture, isIn }: Here): string {
  return words.here(isPicture ? words.picture : text, isIn)
}

function sayAmount(count: number, before: number): string {
  const by = Math.abs(count - before)
  const change = formatNumber(by)
  return words.amount(counted.words(count), by === 0 ? '' : count > before ? words.more(change) : words.fewer(change))
}

/** What the article would be by these lines; the one before stands until the next is there. `first`: its words at the beginning. Without lines nothing is asked. */
function usePreview(article: Article, lines: readonly RuleLine[] | undefined) {
  const [answer, setAnswer] = useState<{
    readonly preview?: Preview
    readonly first?: number
    readonly isBroken: boolean
  }>({ isBroken: false })
  const { id, heldBy = id, version } = article
  const rule = lines && formatRule(lines)
  useEffect(() => {
    if (rule === undefined) return
    let isLatest = true
    void ask('rule.preview', { article: heldBy, version, rule }).then((read) => {
      if (!isLatest) return
      setAnswer((last) =>
        read.ok
          ? { preview: read.value, first: last.first ?? read.value.words, isBroken: false }
          : { ...last, isBroken: true },
      )
    })
    return () => {
      isLatest = false
    }
  }, [heldBy, version, rule])
  return answer
}
