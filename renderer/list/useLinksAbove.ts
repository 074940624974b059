import { useEffect, type RefObject } from 'react'
import { linksAbove } from '../app/linksAbove.ts'

/** `links`: how many rows of them there are. `isAtFirst`: the cursor is on the row right below. */
export function useLinksAbove(
  scroller: RefObject<HTMLElement | null>,
  { links, height, isAtFirst }: { links: number; height: number; isAtFirst: boolean },
) {
  useEffect(() => {
    if (links === 0 || !isAtFirst) return
    const scroll = (rows: number) => {
      const box = scroller.current
      if (!box) return false
      const isBelow = (links + 1) * height > box.scrollTop + box.clientHeight
      if (rows > 0 && (!isBelow || rows === Infinity)) return false
      box.scrollTop = rows === -Infinity ? 0 : box.scrollTop + rows * height
      return true
    }
    linksAbove.set({ scroll })
    return () => linksAbove.set({})
  }, [scroller, links, height, isAtFirst])
}
