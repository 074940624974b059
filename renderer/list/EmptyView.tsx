import type { View } from '../library/lists.ts'
import { Icon } from '../ui/Icon.tsx'
import { emptyWords } from './words.ts'

export function EmptyView({ view }: { view: View }) {
  const { title, text } = emptyWords(view)
  return (
    <div className="list-empty">
      <Icon name={view.kind} size={26} />
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  )
}
