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
  const [isWhole, setWhole] = useState(false)
  // Its document is there, and has the keys, long before the last of its pictures.
  useEffect(() => {
    let request = 0
    const look = () => {
      const inside = arrived(frame.current)
      if (inside) setPage(inside)
      else request = requestAnimationFrame(look)
    }
    look()
    return () => cancelAnimationFrame(request)
  }, [frame])
  useEffect(() => (page ? listenIn([page]) : undefined), [page])
  useEffect(() => {
    if (!page || !isWhole) return
    const stops = [listenIn(pagesIn(page)), fitParts(page)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [page, isWhole])
  // A row of several ids that are one article: the files lie under the id that was captured.
  const holder = article.heldBy ?? article.id
  return (
    <iframe
      ref={frame}
      className="reader-frame reader-snapshot"
      src={`/snapshot/${holder}/${article.version}`}
      title={words.snapshotTitle(article.title)}
      sandbox="allow-same-origin"
      onLoad={(event) => {
        setPage(arrived(event.currentTarget))
        setWhole(true)
      }}
    />
  )
}

/** The page in the frame; one that has just begun to arrive has no element yet. */
function arrived(frame: HTMLIFrameElement | null): Document | undefined {
  const inside = frame?.contentDocument
  return inside && inside.URL !== 'about:blank' && inside.childElementCount > 0 ? inside : undefined
}

function listenIn(pages: readonly Document[]): () => void {
  const stops = pages.flatMap((one) => [listenForKeys(one, { isFrame: true }), listenForLinks(one), listenForMenu(one)])
  return () => {
    for (const stop of stops) stop()
  }
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
