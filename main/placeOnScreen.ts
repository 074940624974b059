// Where the window was, on the screens that there are now: the one it stood on may have gone, or have become smaller.
import type { Rectangle } from 'electron'
import type { WindowPlace } from './settings.ts'

/** So much of the top of the window must be in sight that it can be taken hold of there. */
const grip = { width: 120, height: 32 }

/** `areas`: what windows may take up of each screen; the main one first. Without a place of its own the system finds one. */
export function placeOnScreen(place: WindowPlace, areas: readonly Rectangle[]): WindowPlace {
  const { x, y, width, height, maximised } = place
  const home = x === undefined || y === undefined ? undefined : areas.find((area) => holdsTop({ x, y, width }, area))
  const area = home ?? areas[0]
  return {
    ...(home && { x, y }),
    width: Math.min(width, area?.width ?? width),
    height: Math.min(height, area?.height ?? height),
    maximised,
  }
}

function holdsTop({ x, y, width }: Omit<Rectangle, 'height'>, area: Rectangle): boolean {
  const inSight = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  return inSight >= grip.width && y >= area.y && y + grip.height <= area.y + area.height
}
