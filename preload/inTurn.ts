// Calls that go out a few at a time, in their order: thousands at once would keep the other side busy in one piece, and everybody else waiting.

/** `atATime`: how many may be unanswered. */
export function inTurn(atATime: number): <T>(call: () => Promise<T>) => Promise<T> {
  let underWay = 0
  const waiting: (() => void)[] = []
  return async (call) => {
    if (underWay < atATime) underWay += 1
    else await new Promise<void>((begin) => waiting.push(begin))
    try {
      return await call()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else underWay -= 1
    }
  }
}
