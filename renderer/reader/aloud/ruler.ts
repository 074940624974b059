// Which aid for the eye lies over the text, and over which page.
import { createStore } from '../../ui/createStore.ts'

export const ruler = createStore<{ readonly kind: 'none' | 'ruler' | 'lines'; readonly page?: Document | undefined }>({
  kind: 'none',
})

export function nextRuler() {
  const kinds = ['none', 'ruler', 'lines'] as const
  ruler.change({ kind: kinds[(kinds.indexOf(ruler.get().kind) + 1) % kinds.length]! })
}
