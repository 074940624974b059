/** The button is about to go with its line: the one like it in the next line has the keys then, or in the one before; after the last, what they stood in. */
export function passFocus(button: HTMLElement) {
  const line = button.closest('li')
  const beside = line?.nextElementSibling ?? line?.previousElementSibling
  if (!line || !beside) return button.closest<HTMLElement>('[role="tabpanel"], [role="dialog"]')?.focus()
  const fromEnd = [...line.querySelectorAll('button')].reverse().findIndex((one) => one === button)
  ;[...beside.querySelectorAll('button')].at(-1 - fromEnd)?.focus()
}
