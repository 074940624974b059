/** 1 for the arrow key that leads on in the direction of what is written there, -1 for the one that leads back; undefined for any other key. */
export function arrowStep(key: string, where: Element | 'ltr' | 'rtl'): 1 | -1 | undefined {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined
  const direction = typeof where === 'string' ? where : getComputedStyle(where).direction
  return (key === 'ArrowRight') === (direction === 'ltr') ? 1 : -1
}
