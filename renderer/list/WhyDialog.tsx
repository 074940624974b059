import { useEffect, useState } from 'react'
import { closeLayer } from '../app/layers.ts'
import { searchClient } from '../app/searchClient.ts'
import type { Explanation } from '../search/client.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from './words.ts'

/** Why an article was found, and what each word of the search adds to its place. */
export function WhyDialog({ id, query }: { id: string; query: string }) {
  const [why, setWhy] = useState<Explanation>()
  useEffect(() => {
    const abort = new AbortController()
    void (async () => {
      const told = await searchClient().explain(query, id, { signal: abort.signal })
      if (told.ok) setWhy(told.value)
    })()
    return () => abort.abort()
  }, [id, query])
  return (
    <Dialog title={words.why} onClose={() => closeLayer('why')}>
      <div className="dialog-body search-why" tabIndex={0}>
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
                  <td className="search-why-score">{part.score.toFixed(2)}</td>
                </tr>
              ))}
              {why.nearness > 1 && (
                <tr>
                  <th scope="row">{words.whyNear}</th>
                  <td>{words.whyNearText}</td>
                  <td className="search-why-score">× {why.nearness.toFixed(2)}</td>
                </tr>
              )}
              <tr>
                <th scope="row">{words.whyLift}</th>
                <td>{words.whyLiftText}</td>
                <td className="search-why-score">× {why.lift.toFixed(2)}</td>
              </tr>
              <tr>
                <th scope="row">{words.whyScore}</th>
                <td />
                <td className="search-why-score">{why.score.toFixed(2)}</td>
              </tr>
            </tbody>
          </table>
        )}
      </div>
    </Dialog>
  )
}
