// What the library holds that is about the same, and by which words.
import { useEffect, useState } from 'react'
import type { Article } from '../../../preload/article.ts'
import { searchClient } from '../../app/searchClient.ts'
import { openArticle } from '../../app/selection.ts'
import { articlesByIds } from '../../library/articles.ts'
import { siteOf } from '../../list/siteOf.ts'
import { words } from './words.ts'

type Found = { readonly article: Article; readonly shared: readonly string[] }

export function Similar({ id }: { id: string }) {
  const [found, setFound] = useState<readonly Found[]>()
  useEffect(() => {
    const stop = new AbortController()
    void ask(id, stop.signal).then((answer) => {
      if (!stop.signal.aborted) setFound(answer)
    })
    return () => stop.abort()
  }, [id])
  if (!found) return null
  if (found.length === 0) return <p className="panel-empty">{words.noSimilar}</p>
  return (
    <ul className="panel-similar" aria-label={words.tabs.similar}>
      {found.map(({ article, shared }) => (
        <li key={article.id}>
          <button type="button" onClick={() => openArticle(article.id)}>
            <b dir="auto">{article.title}</b>
            <span>{siteOf(article)}</span>
            <span>{words.shared(shared.slice(0, 4).join(', '))}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

async function ask(id: string, signal: AbortSignal): Promise<readonly Found[]> {
  const answer = await searchClient().similar(id, { signal })
  if (!answer.ok) return []
  const rows = await articlesByIds(answer.value.map((one) => one.id))
  return answer.value.flatMap(({ shared }, index) => {
    const article = rows[index]
    return article && !article.trashed ? [{ article, shared }] : []
  })
}
