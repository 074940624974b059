// The page as it looked when it was saved: served from the vault, without scripts, in a frame of its own.
import { useEffect, useState, type RefObject } from 'react'
import type { Article } from '../../preload/article.ts'
import { listenForKeys } from '../app/keys.ts'
import { listenForLinks } from './links.ts'
import { listenForMenu } from './textMenu.ts'
import { words } from './words.ts'

type Props = { article: Article; frame: RefObject<HTMLIFrameElement | null> }

export function SnapshotFrame({ article, frame }: Props) {
  const [page, setPage] = useState<Document>()
  useEffect(() => {
    if (!page) return
    const stops = [page, ...pagesIn(page)].flatMap((one) => [
      listenForKeys(one, { isFrame: true }),
      listenForLinks(one),
      listenForMenu(one),
    ])
    stops.push(fitParts(page))
    return () => {
      for (const stop of stops) stop()
    }
  }, [page])
  // A row of several ids that are one article: the files lie under the id that was captured.
  const holder = article.heldBy ?? article.id
  return (
    <iframe
      ref={frame}
      className="reader-frame reader-snapshot"
      src={`/snapshot/${holder}/${article.version}`}
      title={words.snapshotTitle(article.title)}
      sandbox="allow-same-origin"
      onLoad={(event) => setPage(event.currentTarget.contentDocument ?? undefined)}
    />
  )
}

/** What was in the page's own frames: documents within the document, of the same origin and without scripts like it. */
function pagesIn(page: Document): Document[] {
  return [...page.querySelectorAll('iframe')].flatMap(({ contentDocument: inside }) =>
    inside ? [inside, ...pagesIn(inside)] : [],
  )
}

/** The pages of a long article stand below each other, each as tall as it is at this width. Until the returned function is called. */
function fitParts(page: Document): () => void {
  const parts = [...page.querySelectorAll<HTMLIFrameElement>('iframe[data-offprint-part]')]
  const fit = () => {
    for (const part of parts) {
      part.style.height = '0'
      part.style.height = `${part.contentDocument?.documentElement.scrollHeight ?? 0}px`
    }
  }
  const view = page.defaultView
  if (parts.length === 0 || !view) return () => undefined
  fit()
  view.addEventListener('resize', fit)
  return () => view.removeEventListener('resize', fit)
}
