// The versions kept of an article: when each was taken, what it is worth and why; which one is shown, and the way to choose another.
import { useLayoutEffect, useRef } from 'react'
import type { Article } from '../../../preload/article.ts'
import { reasonWords } from '../../../preload/reason.ts'
import { onArticles } from '../../app/articleCommands.ts'
import { runCommand } from '../../app/commands.ts'
import { openLayer } from '../../app/layers.ts'
import { useQuery } from '../../app/useQuery.ts'
import { versionsOf, type KeptVersion } from '../../library/versions.ts'
import { Button } from '../../ui/Button.tsx'
import { exactTime } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import { pinVersion } from './pinVersion.ts'
import { versionFacts } from './versionFacts.ts'
import { words } from './words.ts'
import './Versions.css'

type Props = {
  article: Article
  onCompare?: (version: string) => void
  /** That one has just been compared: its button has the keys again. */
  left?: string | undefined
}

export function Versions({ article, onCompare, left }: Props) {
  const { id, version, versions } = article
  const kept = useQuery(() => versionsOf(id), [id, version, versions.length], { keep: true })
  const all = kept?.ok ? kept.value : []
  const compare = onCompare ?? ((chosen: string) => openLayer({ kind: 'versions', id, compare: chosen }))
  return (
    <div className="versions">
      {kept && all.length < 2 && <p className="versions-one">{words.one}</p>}
      <ol className="versions-list" aria-label={words.title}>
        {all.map((one) => (
          <Entry
            key={one.version}
            one={one}
            of={article}
            onCompare={all.length > 1 ? compare : undefined}
            isLeft={one.version === left}
          />
        ))}
      </ol>
      {kept && !article.trashed && (
        <Button onClick={() => onArticles([id], () => runCommand('article.recapture'))}>{words.recapture}</Button>
      )}
    </div>
  )
}

type EntryProps = {
  one: KeptVersion
  of: Article
  onCompare: ((version: string) => void) | undefined
  isLeft: boolean
}

function Entry({ one, of, onCompare, isLeft }: EntryProps) {
  const { record, version, savedAt, isShown, isPinned, readAgainAt } = one
  const actions = useRef<HTMLParagraphElement>(null)
  const isPressed = useRef(false)
  const pin = (chosen: string | undefined) => {
    isPressed.current = true
    void pinVersion(of.id, chosen)
  }
  useLayoutEffect(() => {
    // The button pressed has given way to another, which may stand elsewhere.
    if (!isPressed.current) return
    isPressed.current = false
    const place = actions.current?.querySelector('button') ? actions.current : actions.current?.closest('.versions')
    place?.querySelector('button')?.focus()
  }, [isShown, isPinned])
  return (
    <li className="version" data-shown={isShown || undefined}>
      <p className="version-when">
        <time dateTime={record?.capturedAt ?? savedAt}>{exactTime(record?.capturedAt ?? savedAt)}</time>
        {isShown && <span className="version-mark">{isPinned ? words.pinned : words.shown}</span>}
      </p>
      {record ? (
        <>
          <p className="version-facts">
            {[
              words.verdicts[record.verdict],
              ...versionFacts(record),
              readAgainAt === undefined ? words.ways[record.how.way] : words.readAgain(exactTime(readAgainAt)),
            ].join(' · ')}
          </p>
          {record.reasons.length > 0 && (
            <p className="version-reasons">
              <Icon name="warning" size={13} />
              <span>{reasonWords(record).join(' ')}</span>
            </p>
          )}
        </>
      ) : (
        <p className="version-reasons">{words.unreadable}</p>
      )}
      <p className="version-actions" ref={actions}>
        {!isShown && record && (
          <Button kind="quiet" onClick={() => pin(version)}>
            {words.show}
          </Button>
        )}
        {isPinned && (
          <Button kind="quiet" onClick={() => pin(undefined)}>
            {words.unpin}
          </Button>
        )}
        {!isShown && record && onCompare && (
          <Button kind="quiet" autoFocus={isLeft} onClick={() => onCompare(version)}>
            {words.compare}
          </Button>
        )}
      </p>
    </li>
  )
}
