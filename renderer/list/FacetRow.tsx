import { Toolbar } from 'radix-ui'
import { formatNumber } from '../../preload/language.ts'
import { typeQuery } from '../app/selection.ts'
import { focusSearch } from '../app/searchField.ts'
import { narrowings } from './narrowings.ts'
import { useFacets } from './useFacets.ts'
import { words } from './words.ts'
import './FacetRow.css'

/** By which tags and sites the results could be narrowed. A press adds the operator. */
export function FacetRow({ query, total }: { query: string; total: number | undefined }) {
  const held = useFacets(query, total)
  const offered = held ? narrowings(query, held.total, held.facets) : []
  if (offered.length === 0) return null
  return (
    <Toolbar.Root className="facets" aria-label={words.narrow}>
      {offered.map(({ kind, name, count, narrowed }) => (
        <Toolbar.Button
          key={`${kind}:${name}`}
          className="facet"
          data-kind={kind}
          aria-label={words.narrowTo(kind, name, count)}
          onClick={() => {
            typeQuery(narrowed)
            focusSearch({ isChosen: false })
          }}
        >
          <span className="facet-name" dir="auto">
            {name}
          </span>
          <span className="facet-count">{formatNumber(count)}</span>
        </Toolbar.Button>
      ))}
    </Toolbar.Root>
  )
}
