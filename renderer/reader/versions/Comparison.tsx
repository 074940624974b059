// Two versions of a text as one: what went is struck through, what came is underlined, in the place where it stood.
import { Fragment, useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from '../../app/useQuery.ts'
import { paragraphsOf, versionsOf } from '../../library/versions.ts'
import { counted } from '../../ui/counted.ts'
import { exactTime } from '../../ui/dates.ts'
import { compareTexts, countChanges, type ComparedParagraph } from './compareTexts.ts'
import { words } from './words.ts'
import './Comparison.css'

type Props = { id: string; before: string; after: string; lang: string | undefined }

export function Comparison({ id, before, after, lang }: Props) {
  const loaded = useQuery(() => load(id, before, after), [id, before, after])
  const [isShort, setShort] = useState(true)
  const compared = useMemo(() => loaded?.texts && compareTexts(...loaded.texts), [loaded])
  const text = useRef<HTMLDivElement>(null)
  const isThere = compared !== undefined
  useEffect(() => {
    // The button that was pressed for it has gone; the arrow keys scroll the text at once.
    if (isThere) text.current?.focus({ preventScroll: true })
  }, [isThere])
  if (!loaded) return null
  if (!compared) return <p role="status">{words.unreadable}</p>
  const { gone, come } = countChanges(compared)
  const isSame = compared.every(({ kind }) => kind === 'same')
  return (
    <div className="comparison">
      <p className="comparison-head" role="status">
        {words.between(...loaded.times)} {isSame ? words.same : words.changed(wordsIfAny(gone), wordsIfAny(come))}
      </p>
      {!isSame && (
        <label className="comparison-choice">
          <input type="checkbox" checked={isShort} onChange={(event) => setShort(event.currentTarget.checked)} />
          {words.onlyChanges}
        </label>
      )}
      <div ref={text} className="comparison-text" lang={lang} tabIndex={0} role="region" aria-label={words.compare}>
        {(isShort && !isSame ? onlyChanged(compared) : compared).map((paragraph, at) => (
          <Paragraph key={at} paragraph={paragraph} />
        ))}
      </div>
    </div>
  )
}

const wordsIfAny = (count: number) => (count > 0 ? counted.words(count) : undefined)

type Left = { readonly kind: 'left'; readonly count: number }

function Paragraph({ paragraph }: { paragraph: ComparedParagraph | Left }) {
  if (paragraph.kind === 'left')
    return <p className="comparison-left">{words.left(counted.paragraphs(paragraph.count))}</p>
  return (
    <p dir="auto">
      {paragraph.changes.map(({ kind, text }, at) =>
        kind === 'same' ? (
          <Fragment key={at}>{text}</Fragment>
        ) : kind === 'gone' ? (
          <del key={at} aria-label={`${words.gone}: ${text}`}>
            {text}
          </del>
        ) : (
          <ins key={at} aria-label={`${words.come}: ${text}`}>
            {text}
          </ins>
        ),
      )}
    </p>
  )
}

/** Each change with the paragraph before and after it. */
function onlyChanged(all: readonly ComparedParagraph[]): (ComparedParagraph | Left)[] {
  const isNear = (at: number) => [at - 1, at, at + 1].some((near) => all[near] && all[near].kind !== 'same')
  const out: (ComparedParagraph | Left)[] = []
  all.forEach((paragraph, at) => {
    const last = out.at(-1)
    if (isNear(at)) out.push(paragraph)
    else if (last?.kind === 'left') out[out.length - 1] = { kind: 'left', count: last.count + 1 }
    else out.push({ kind: 'left', count: 1 })
  })
  return out
}

async function load(id: string, before: string, after: string) {
  const [a, b, versions] = await Promise.all([paragraphsOf(id, before), paragraphsOf(id, after), versionsOf(id)])
  const timeOf = (version: string) => {
    const found = versions.ok ? versions.value.find((one) => one.version === version) : undefined
    if (!found) return ''
    const { readAgainAt } = found
    return readAgainAt === undefined
      ? exactTime(found.record?.capturedAt ?? found.savedAt)
      : words.readAgainOf(exactTime(readAgainAt))
  }
  return { texts: a && b && ([a, b] as const), times: [timeOf(before), timeOf(after)] as const }
}
