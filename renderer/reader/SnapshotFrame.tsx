// The page as it looked when it was saved: served from the vault, without scripts, in a frame of its own.
import { useEffect, useState } from 'react'
import type { Article } from '../../preload/article.ts'
import { listenForKeys } from '../app/keys.ts'
import { listenForLinks } from './links.ts'
import { listenForMenu } from './textMenu.ts'
import { words } from './words.ts'

export function SnapshotFrame({ article }: { article: Article }) {
  const [page, setPage] = useState<Document>()
  useEffect(() => {
    if (!page) return
    const stops = [listenForKeys(page, { isFrame: true }), listenForLinks(page), listenForMenu(page)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [page])
  // A row of several ids that are one article: the files lie under the id that was captured.
  const holder = article.heldBy ?? article.id
  return (
    <iframe
      className="reader-frame reader-snapshot"
      src={`/snapshot/${holder}/${article.version}`}
      title={words.snapshotTitle(article.title)}
      sandbox="allow-same-origin"
      onLoad={(event) => setPage(event.currentTarget.contentDocument ?? undefined)}
    />
  )
}
