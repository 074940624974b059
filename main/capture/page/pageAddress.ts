// The address of the page as it was asked for. Some sites let the next article begin below the end of one, and call the window by its address as soon as it
// comes into view.

let kept: string | undefined

/** Whatever the page calls itself from now on. Call before it is looked at to its end. */
export function keepAddress(): void {
  kept ??= location.href
}

export function pageAddress(): string {
  return kept ?? location.href
}
