// Where the focus was before something was opened over the panes. What is opened by a key has no trigger to give it back to.
let before: Element | null = null
let isReturning = false

/** Where nothing has it, what was opened last knows better: one dialog opens another, the palette opens all. */
export function rememberFocus() {
  if (document.activeElement !== document.body) before = document.activeElement
}

/** The focus is being given back: nobody has walked there. */
export function isFocusReturning(): boolean {
  return isReturning
}

/** For `onCloseAutoFocus`: back to where it was, unless something else has taken it meanwhile. */
export function returnFocus(event: Event) {
  event.preventDefault()
  const taken = document.activeElement !== null && document.activeElement !== document.body
  if (taken || !(before instanceof HTMLElement) || !before.isConnected) return
  isReturning = true
  before.focus({ preventScroll: true })
  isReturning = false
}
