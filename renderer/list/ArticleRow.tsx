import { Fragment, memo, type CSSProperties, type DragEvent, type MouseEvent } from 'react'
import type { Article } from '../../preload/article.ts'
import { reasonWords } from '../../preload/reason.ts'
import { assetAddress } from '../ui/assetAddress.ts'
import { longDate, shortDate } from '../ui/dates.ts'
import { directionOf } from '../ui/directionOf.ts'
import { Icon } from '../ui/Icon.tsx'
import { minutesToRead } from '../ui/minutesToRead.ts'
import { finishedFrom } from './finishedFrom.ts'
import { Marked, MarkedName, type Finder } from './Marked.tsx'
import { siteOf } from './siteOf.ts'
import { words } from './words.ts'
import './ArticleRow.css'

/**
 * The callbacks must be the same each time: a row that is as it was is not made again. One that has gone out of sight becomes another
 * article's: what must not pass from one to the next (a picture that has loaded, a width that changes slowly) has a key.
 */
type Props = {
  article: Article
  snippet: string | undefined
  find: Finder | undefined
  isCompact: boolean
  isAtCursor: boolean
  isOpen: boolean
  isChosen: boolean
  onPress: (event: MouseEvent, id: string) => void
  onDragStart: (event: DragEvent, article: Article) => void
  onMenu: (event: MouseEvent, id: string) => void
}

export const ArticleRow = memo(function ArticleRow({
  article,
  snippet,
  find,
  isCompact,
  isAtCursor,
  isOpen,
  isChosen,
  onPress,
  onDragStart,
  onMenu,
}: Props) {
  const isFinished = article.progress >= finishedFrom
  const hasPicture = !isCompact && article.thumbnail !== undefined
  const date = article.publishedAt ?? article.savedAt
  const minutes = minutesToRead(article.words)
  const names = [siteOf(article), ...(isCompact ? [] : [article.byline])]
  const facts = [shortDate(date), ...(isCompact ? [minutes] : [])]
  return (
    <div
      className="row"
      data-compact={isCompact || undefined}
      data-picture={hasPicture || undefined}
      data-finished={isFinished || undefined}
      data-cursor={isAtCursor || undefined}
      data-open={isOpen || undefined}
      data-chosen={isChosen || undefined}
      draggable
      onClick={(event) => onPress(event, article.id)}
      onDragStart={(event) => onDragStart(event, article)}
      onContextMenu={(event) => onMenu(event, article.id)}
    >
      <h3 className="row-title" dir="auto" lang={article.lang}>
        <MarkedName text={article.title} find={find} />
      </h3>
      {hasPicture && article.thumbnail && (
        <img
          key={article.thumbnail}
          className="row-picture"
          src={assetAddress(article.thumbnail)}
          alt=""
          width={64}
          height={64}
          decoding="async"
          draggable={false}
        />
      )}
      <p className="row-by" dir={directionOf(article.title)} title={longDate(date)}>
        <span className="row-names">
          <RowFacts facts={names} find={find} />
        </span>
        <span className="row-facts">
          <RowFacts facts={facts} isAfterOthers />
        </span>
        {isCompact && <RowStates article={article} isFinished={isFinished} />}
      </p>
      {!isCompact && (
        <p className="row-excerpt" dir="auto" lang={article.lang}>
          {snippet === undefined ? article.excerpt : <Marked text={snippet} />}
        </p>
      )}
      {!isCompact && (
        <div className="row-foot">
          {minutes && <span>{minutes}</span>}
          <RowStates article={article} isFinished={isFinished} />
          {article.tags.map((tag) => (
            <span key={tag} className="row-tag">
              <MarkedName text={tag} find={find} />
            </span>
          ))}
        </div>
      )}
      {isChosen && (
        <span className="row-check">
          <Icon name="check" size={12} />
        </span>
      )}
      {article.progress > 0 && (
        <div key={article.id} className="row-progress" aria-hidden="true">
          <div style={{ '--reached': article.progress } as CSSProperties} />
        </div>
      )}
    </div>
  )
})

/** Names may be written in any direction; each keeps to itself. */
function RowFacts({
  facts,
  find,
  isAfterOthers = false,
}: {
  facts: readonly (string | undefined)[]
  find?: Finder | undefined
  isAfterOthers?: boolean
}) {
  return facts
    .flatMap((fact) => (fact ? [fact] : []))
    .map((fact, index) => (
      <Fragment key={index}>
        {(index > 0 || isAfterOthers) && <span className="row-dot">·</span>}
        <bdi>
          <MarkedName text={fact} find={find} />
        </bdi>
      </Fragment>
    ))
}

function RowStates({ article, isFinished }: { article: Article; isFinished: boolean }) {
  return (
    <>
      {isFinished && <span className="unseen">{words.finished}</span>}
      {article.favourite && <State icon="favourites" name={words.favourite} filled />}
      {article.pdf && <span className="row-state">{words.pdf}</span>}
      {article.highlights > 0 && <State icon="highlights" name={words.highlights} />}
      {article.verdict !== 'complete' && (
        <span className="row-state" title={reasonWords(article).join(' ')}>
          <Icon name="warning" size={13} />
          {words.verdicts[article.verdict]}
        </span>
      )}
    </>
  )
}

function State({ icon, name, filled = false }: { icon: 'favourites' | 'highlights'; name: string; filled?: boolean }) {
  return (
    <span className="row-state" title={name}>
      <Icon name={icon} size={13} filled={filled} />
      <span className="unseen">{name}</span>
    </span>
  )
}
