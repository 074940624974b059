// Where the focus was before something was opened over the panes. What is opened by a key has no trigger to give it back to.
let before: Element | null = null
let isReturning = false
/** Between the opening of something and the giving back of the focus. */
let isDue = false

/** Where nothing has it while it is still to be given back, what was opened before knows better: the palette opens a dialog and goes. */
export function rememberFocus() {
  if (document.activeElement !== document.body || !isDue) before = document.activeElement
  isDue = true
}

/** Asked when there is nothing left that it could be given back to. */
let onLost: () => void = () => undefined

export function whenFocusIsLost(run: () => void) {
  onLost = run
}

/** The focus is being given back: nobody has walked there. */
export function isFocusReturning(): boolean {
  return isReturning
}

/** For `onCloseAutoFocus`: back to where it was, unless something else has taken it meanwhile. */
export function returnFocus(event: Event) {
  event.preventDefault()
  isDue = false
  const taken = document.activeElement !== null && document.activeElement !== document.body
  if (taken) return
  if (before instanceof HTMLElement && before.isConnected) {
    isReturning = true
    before.focus({ preventScroll: true })
    isReturning = false
  }
  // Gone meanwhile, or behind a pane that has taken its place.
  if (document.activeElement === document.body) onLost()
}
