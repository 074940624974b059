// The one way in which components read the library: a question, asked again whenever what it read has changed.
import { liveQuery } from 'dexie'
import { useEffect, useRef, useState } from 'react'

/**
 * `undefined` until the first answer. A change of `keys` asks anew; meanwhile the old answer stands when `keep` is set,
 * else none. `keys` hold strings and numbers only.
 */
export function useQuery<T>(
  question: () => Promise<T>,
  keys: readonly (string | number | boolean | undefined)[],
  { keep = false }: { keep?: boolean } = {},
): T | undefined {
  const key = JSON.stringify(keys)
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: T }>()
  const latest = useRef(question)
  useEffect(() => {
    latest.current = question
  })
  useEffect(() => {
    const subscription = liveQuery(() => latest.current()).subscribe({
      next: (value) => setAnswer({ key, value }),
      // The connection is gone; the library opens it again or says so itself.
      error: (error: unknown) => console.error('A question to the library failed.', error),
    })
    return () => subscription.unsubscribe()
  }, [key])
  return answer && (keep || answer.key === key) ? answer.value : undefined
}
