// How much room the disk has, in the three states that matter: saving goes on, a banner says so, saving stops.

export type SpaceState = 'plenty' | 'low' | 'full'

export const lowBytes = 500_000_000
/** Below this nothing more is saved: the databases of the window lose everything when they meet a full disk. */
export const fullBytes = 100_000_000

export function spaceState(freeBytes: number): SpaceState {
  if (freeBytes < fullBytes) return 'full'
  return freeBytes < lowBytes ? 'low' : 'plenty'
}
