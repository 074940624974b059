// Where the focus was before something was opened over the panes. What is opened by a key has no trigger to give it back to.
let before: Element | null = null

export function rememberFocus() {
  before = document.activeElement
}

/** For `onCloseAutoFocus`: back to where it was, unless something else has taken it meanwhile. */
export function returnFocus(event: Event) {
  event.preventDefault()
  const taken = document.activeElement !== null && document.activeElement !== document.body
  if (!taken && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
}
