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

/** The focus is being given back: nobody has walked there. */
export function isFocusReturning(): boolean {
  return isReturning
}

/** For `onCloseAutoFocus`: back to where it was, unless something else has taken it meanwhile. */
export function returnFocus(event: Event) {
  event.preventDefault()
  isDue = false
  const taken = document.activeElement !== null && document.activeElement !== document.body
  if (taken || !(before instanceof HTMLElement) || !before.isConnected) return
  isReturning = true
  before.focus({ preventScroll: true })
  isReturning = false
}
