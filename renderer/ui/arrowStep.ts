/** 1 for the arrow key that leads on in the direction of what is written there, -1 for the one that leads back; undefined for any other key. */
export function arrowStep(key: string, where: Element): 1 | -1 | undefined {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined
  return (key === 'ArrowRight') === (getComputedStyle(where).direction === 'ltr') ? 1 : -1
}
