import type { View } from '../library/lists.ts'
import { NothingListed } from './NothingListed.tsx'
import { emptyWords } from './words.ts'

export function EmptyView({ view }: { view: View }) {
  return <NothingListed icon={view.kind} {...emptyWords(view)} />
}
