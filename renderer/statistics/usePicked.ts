// Pictures made of many parts: each says what it stands for under the pointer, and to the keys as well.
import { useId, useState, type KeyboardEvent } from 'react'

type Options = {
  readonly count: number
  /** Where the keys begin; -1 where nothing is drawn yet. */
  readonly first: number
  /** How far a key leads; 0 for a key that means nothing here. */
  readonly stepOf: (key: string) => number
}

/** The part the keys are on, or begin at; whether they are in the picture; and what the picture and its parts need for it. */
export function usePicked({ count, first, stepOf }: Options) {
  const id = useId()
  const [at, setAt] = useState<number>()
  const [hasKeys, setHasKeys] = useState(false)
  const here = Math.max(0, Math.min(at ?? first, count - 1))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const ends: Readonly<Record<string, number>> = { Home: 0, End: count - 1 }
    const to = ends[event.key] ?? here + stepOf(event.key)
    if (to === here && ends[event.key] === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(count - 1, to)))
  }
  return {
    picked: here,
    hasKeys,
    picture: {
      role: 'listbox',
      tabIndex: 0,
      'aria-activedescendant': `${id}-${here}`,
      onKeyDown,
      onFocus: () => setHasKeys(true),
      onBlur: () => setHasKeys(false),
    },
    part: (index: number) =>
      ({ id: `${id}-${index}`, role: 'option', 'aria-selected': hasKeys && index === here }) as const,
  }
}
