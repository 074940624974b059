import { useEffect, useState } from 'react'

/** True once `isWaiting` has been true for `delayMs`: what is quick enough never shows that it was waited for. */
export function useLater(isWaiting: boolean, delayMs: number): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setLate(true), delayMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isWaiting, delayMs])
  return isWaiting && isLate
}
