import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Article } from '../../../preload/article.ts'
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
  onKept: (rule: string) => void
  onClose: () => void
}

export type Preview = { readonly html: string; readonly words: number }

export function PointStep({ article, site, before, onKept, onClose }: Props) {
  const [lines, setLines] = useState(before)
  const [page, setPage] = useState<Document>()
  const [here, setHere] = useState<Here>()
  const [isUntold, setUntold] = useState(false)
  const { preview, first, isBroken } = usePreview(article, lines)
  const pointer = useRef<Pointer>(undefined)
  const shown = useRef<ArticleText>(undefined)

  const decide = () => {
    if (!page || !pointer.current || !here) return
    const { articleIn } = pointer.current
    const toggled = toggleLine(lines, page.body, here.element, here.isIn, articleIn)
    setUntold(toggled === undefined)
    if (toggled) setLines(toggled.lines)
  }
  const latest = useRef({ decide, onClose })
  useLayoutEffect(() => {
    latest.current = { decide, onClose }
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
      onEscape: () => latest.current.onClose(),
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
            <p role="status">{isUntold ? words.cannotTell : here ? sayHere(here) : words.nothingChosen}</p>
            <Button kind="quiet" disabled={!here} onClick={() => pointer.current?.widen(1)}>
              {words.wider}
            </Button>
            <Button kind="quiet" disabled={!here} onClick={() => pointer.current?.widen(-1)}>
              {words.narrower}
            </Button>
            <Button disabled={!here} onClick={decide}>
              {here?.isIn === false ? words.takeIn : words.leaveOut}
            </Button>
          </div>
        </section>
        <section className="fix-pane" aria-label={words.article}>
          <h3>
            {words.article}
            {preview && <span className="fix-amount">{sayAmount(preview.words, first ?? preview.words)}</span>}
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
        <Button kind="quiet" onClick={onClose}>
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
  const change = counted.words(by)
  return words.amount(counted.words(count), by === 0 ? '' : count > before ? words.more(change) : words.fewer(change))
}

/** What the article would be by these lines; the one before stands until the next is there. `first`: its words at the beginning. */
function usePreview(article: Article, lines: readonly RuleLine[]) {
  const [answer, setAnswer] = useState<{
    readonly preview?: Preview
    readonly first?: number
    readonly isBroken: boolean
  }>({ isBroken: false })
  const { id, heldBy = id, version } = article
  useEffect(() => {
    let isLatest = true
    void ask('rule.preview', { article: heldBy, version, rule: formatRule(lines) }).then((read) => {
      if (!isLatest) return
      setAnswer(({ preview, first }) => {
        if (!read.ok) return { ...(preview && { preview }), ...(first !== undefined && { first }), isBroken: true }
        return { preview: read.value, first: first ?? read.value.words, isBroken: false }
      })
    })
    return () => {
      isLatest = false
    }
  }, [heldBy, version, lines])
  return answer
}
