// While a text is read aloud, also while that is paused, the keys for media are ours.
import { ask } from '../../app/bridge.ts'
import { aloud } from './aloud.ts'

/** Until the returned function is called. */
export function holdMediaKeys(): () => void {
  let isHeld = false
  const hold = (isWanted: boolean) => {
    if (isWanted === isHeld) return
    isHeld = isWanted
    void ask('aloud.keys', isWanted)
  }
  const look = () => hold(aloud.get().state === 'speaking' || aloud.get().state === 'paused')
  const letGo = () => hold(false)
  const stop = aloud.subscribe(look)
  addEventListener('pagehide', letGo)
  return () => {
    stop()
    removeEventListener('pagehide', letGo)
    letGo()
  }
}
