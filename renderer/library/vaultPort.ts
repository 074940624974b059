// The one place where the library speaks to main. A test puts a bridge typed by the contract in its place.
import type { Bridge } from '../../preload/contract.ts'

declare global {
  interface Window {
    readonly offprint: Bridge
  }
}

/** Read at each call, so that a bridge that is put there later is the one that is used. */
export function vaultPort(): Bridge {
  return window.offprint
}
