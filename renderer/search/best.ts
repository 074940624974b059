// The first few of many in order, without sorting the rest.

/** `compare` as for sort: negative when `a` comes first. */
export function best<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (items.length <= count * 4 || items.length < 500) return [...items].sort(compare).slice(0, count)
  // A heap with the worst of the best on top.
  const heap: T[] = []
  for (const item of items) {
    if (heap.length < count) {
      heap.push(item)
      if (heap.length === count) for (let at = (count >> 1) - 1; at >= 0; at--) sink(heap, at, compare)
    } else if (count > 0 && compare(item, heap[0]!) < 0) {
      heap[0] = item
      sink(heap, 0, compare)
    }
  }
  return heap.sort(compare)
}

function sink<T>(heap: T[], from: number, compare: (a: T, b: T) => number): void {
  for (let at = from; ;) {
    let worst = at
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && compare(heap[child]!, heap[worst]!) > 0) worst = child
    if (worst === at) return
    ;[heap[at], heap[worst]] = [heap[worst]!, heap[at]!]
    at = worst
  }
}
