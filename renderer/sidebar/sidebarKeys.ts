// What lies in the sidebar is one list to the keys: up and down from one to the next, right and left to unfold and fold a tag.
import type { KeyboardEvent } from 'react'
import { arrowStep } from '../ui/arrowStep.ts'

export function walkSidebar(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(event.target instanceof Element)) return
  const item = event.target.closest('.sidebar-item')
  if (!item) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.sidebar-open')]
  const here = all.findIndex((one) => item.contains(one))
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key]
  const step = arrowStep(event.key, item)
  if (to !== undefined) {
    all[to]?.focus()
  } else if (step !== undefined) {
    const fold = item.querySelector<HTMLElement>('.sidebar-fold')
    if (fold && (fold.getAttribute('aria-expanded') === 'true') !== (step === 1)) fold.click()
  } else return
  event.preventDefault()
  event.stopPropagation()
}
