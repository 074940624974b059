import { useCallback, useEffect, useRef, useState } from 'react'

/** After so long without the pointer or a key, the toolbar leaves the text alone. */
const quietMs = 2_600

export function useQuiet() {
  const [isQuiet, setQuiet] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const use = useCallback(() => {
    setQuiet(false)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setQuiet(true), quietMs)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  return { isQuiet, use }
}
