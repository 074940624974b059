import { useEffect, useState } from 'react'
import { failureWords, type Result } from '../../preload/failure.ts'
import { localeTag } from '../../preload/language.ts'
import { closeLayer } from '../app/layers.ts'
import { searchClient } from '../app/searchClient.ts'
import type { Explanation } from '../search/client.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from './words.ts'

/** Why an article was found, and what each word of the search adds to its place. */
export function WhyDialog({ id, query }: { id: string; query: string }) {
  const [told, setTold] = useState<Result<Explanation | undefined>>()
  useEffect(() => {
    const abort = new AbortController()
    void (async () => {
      const answer = await searchClient().explain(query, id, { signal: abort.signal })
      if (!abort.signal.aborted) setTold(answer)
    })()
    return () => abort.abort()
  }, [id, query])
  const why = told?.ok ? told.value : undefined
  return (
    <Dialog title={words.why} onClose={() => closeLayer('why')}>
      <div className="dialog-body search-why" tabIndex={0}>
        {told?.ok === false && <p role="status">{failureWords(told.failure)}</p>}
        {told?.ok && !why && <p role="status">{words.whyNot}</p>}
        {why && why.parts.length === 0 && <p>{words.whyNoWords}</p>}
        {why && why.parts.length > 0 && (
          <table>
            <tbody>
              {why.parts.map((part, index) => (
                <tr key={index}>
                  <th scope="row">{part.asked}</th>
                  <td>
                    {part.words.map(({ word, in: fields }) => (
                      <div key={word}>
                        <b>{word}</b>{' '}
                        {Object.entries(fields)
                          .map(([field, count]) => words.whyIn(count, field))
                          .join(', ')}
                      </div>
                    ))}
                    <div className="search-why-rarity">{words.whyRarity(part.articles)}</div>
                  </td>
                  <td className="search-why-score">{numberOf(part.score)}</td>
                </tr>
              ))}
              {why.nearness > 1 && (
                <tr>
                  <th scope="row">{words.whyNear}</th>
                  <td>{words.whyNearText}</td>
                  <td className="search-why-score">× {numberOf(why.nearness)}</td>
                </tr>
              )}
              <tr>
                <th scope="row">{words.whyLift}</th>
                <td>{words.whyLiftText}</td>
                <td className="search-why-score">× {numberOf(why.lift)}</td>
              </tr>
              <tr>
                <th scope="row">{words.whyScore}</th>
                <td />
                <td className="search-why-score">{numberOf(why.score)}</td>
              </tr>
            </tbody>
          </table>
        )}
      </div>
    </Dialog>
  )
}

function numberOf(score: number): string {
  return score.toLocaleString(localeTag(), { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
