// What the library holds that is about the same, and by which words.
import { useEffect, useRef, useState } from 'react'
import type { Article } from '../../../preload/article.ts'
import { failureWords, ok, type Result } from '../../../preload/failure.ts'
import { searchClient } from '../../app/searchClient.ts'
import { openArticle } from '../../app/selection.ts'
import { articlesByIds } from '../../library/articles.ts'
import { siteOf } from '../../list/siteOf.ts'
import { Button } from '../../ui/Button.tsx'
import { words } from './words.ts'

type Found = { readonly article: Article; readonly shared: readonly string[] }

export function Similar({ id }: { id: string }) {
  const [found, setFound] = useState<Result<readonly Found[]>>()
  const [tries, setTries] = useState(0)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    void ask(id, stop.signal).then((answer) => {
      if (stop.signal.aborted) return
      // The button goes with the words it stands below.
      if (answer.ok && document.activeElement === button.current)
        button.current?.closest<HTMLElement>('[role="tabpanel"]')?.focus()
      setFound(answer)
    })
    return () => stop.abort()
  }, [id, tries])
  if (!found) return null
  if (!found.ok)
    return (
      <div className="panel-empty" role="status">
        <p>{failureWords(found.failure)}</p>
        <Button ref={button} onClick={() => setTries(tries + 1)}>
          {words.askAgain}
        </Button>
      </div>
    )
  if (found.value.length === 0) return <p className="panel-empty">{words.noSimilar}</p>
  return (
    <ul className="panel-similar" aria-label={words.tabs.similar}>
      {found.value.map(({ article, shared }) => (
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

async function ask(id: string, signal: AbortSignal): Promise<Result<readonly Found[]>> {
  const answer = await searchClient().similar(id, { signal })
  if (!answer.ok) return answer
  const rows = await articlesByIds(answer.value.map((one) => one.id))
  return ok(
    answer.value.flatMap(({ shared }, index) => {
      const article = rows[index]
      return article && !article.trashed ? [{ article, shared }] : []
    }),
  )
}
