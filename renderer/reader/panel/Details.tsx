// Where the article comes from and how it was kept. What the page said wrongly can be corrected here; what it said stays in its record.
import { useState, type ReactNode } from 'react'
import type { Article, Version } from '../../../preload/article.ts'
import { captureNoteWords } from '../../../preload/captureNote.ts'
import { reasonWords } from '../../../preload/reason.ts'
import { localeTag } from '../../../preload/language.ts'
import { openInBrowser, whereKept } from '../../app/articleCommands.ts'
import { hostOf, siteOf } from '../../list/siteOf.ts'
import { Button } from '../../ui/Button.tsx'
import { exactTime, longDate } from '../../ui/dates.ts'
import { fileSize } from '../../ui/fileSize.ts'
import { Versions } from '../versions/Versions.tsx'
import { Corrections } from './Corrections.tsx'
import { words } from './words.ts'

export function Details({ article, record }: { article: Article; record: Version | undefined }) {
  const [correcting, setCorrecting] = useState<'not yet' | 'now' | 'done'>('not yet')
  if (correcting === 'now')
    return <Corrections article={article} record={record} onDone={() => setCorrecting('done')} />
  const host = hostOf(article.url)
  const how = record?.how
  const size = record && record.blobs.reduce((sum, blob) => sum + blob.sizeBytes, filesOf(record))
  return (
    <>
      <dl className="panel-details">
        <Detail name={words.title}>
          <bdi>{article.title}</bdi>
        </Detail>
        <Detail name={words.source}>
          <bdi>{siteOf(article)}</bdi>
          {host !== siteOf(article) && host.includes('xn--') && (
            <span className="panel-detail-more">
              <bdi>{host}</bdi>
            </span>
          )}
          {/^https?:/.test(article.url) && (
            <button
              type="button"
              className="panel-address"
              onClick={() => void openInBrowser(article.url, whereKept(article))}
            >
              {article.url}
            </button>
          )}
        </Detail>
        {article.byline && (
          <Detail name={words.author}>
            <bdi>{article.byline}</bdi>
          </Detail>
        )}
        {article.publishedAt && (
          <Detail name={words.published}>{longDate(article.publishedAt) || article.publishedAt}</Detail>
        )}
        {article.lang && <Detail name={words.language}>{languageName(article.lang)}</Detail>}
        <Detail name={words.saved}>{exactTime(article.savedAt)}</Detail>
        <Detail name={words.captured}>
          {exactTime(article.capturedAt)}
          {how && (
            <span className="panel-detail-more">
              {[words.ways[how.way], words.by(how.app), how.engine].filter(Boolean).join(' · ')}
            </span>
          )}
          {captureNoteWords(how ?? {}).map((note) => (
            <span key={note} className="panel-detail-more">
              {note}
            </span>
          ))}
        </Detail>
        <Detail name={words.verdict}>
          {words.verdicts[article.verdict]}
          {reasonWords(article).map((reason) => (
            <span key={reason} className="panel-detail-more">
              {reason}
            </span>
          ))}
        </Detail>
        <Detail name={words.length}>{words.lengthOf(article.words)}</Detail>
        {record?.images && (
          <Detail name={words.images}>{words.imageCount(record.images.kept, record.images.found)}</Detail>
        )}
        {size !== undefined && <Detail name={words.size}>{fileSize(size)}</Detail>}
        {record?.licence && <Detail name={words.licence}>{record.licence}</Detail>}
      </dl>
      {/* The form that had the focus is gone: it comes back to where it began. */}
      <Button autoFocus={correcting === 'done'} onClick={() => setCorrecting('now')}>
        {words.correct}
      </Button>
      <h3 className="panel-heading">{words.versions}</h3>
      <Versions article={article} />
    </>
  )
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function filesOf({ files }: Version): number {
  return Object.values(files).reduce((sum, file) => sum + (file?.sizeBytes ?? 0), 0)
}

function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames([localeTag()], { type: 'language' }).of(lang) ?? lang
  } catch {
    return lang // a page may call its language what it likes
  }
}
