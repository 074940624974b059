// The browser button: a bookmark that hands the page one is on to Offprint, by the link that it answers to (main/intake.ts).
import type { DragEvent } from 'react'
import { askOrSay } from './bridge.ts'
import { say } from './toasts.ts'
import { words } from './words.ts'

const dragType = 'application/x-offprint-browser-button'

/** The address of the bookmark. `void`: what a bookmark returns would take the place of the page. */
export const browserButton = "javascript:void(location.href='offprint://save?url='+encodeURIComponent(location.href))"

/** What the button, and the bookmark, is called. */
export const browserButtonName = words.browserButton

export async function copyBrowserButton() {
  if ((await askOrSay('clipboard.write', browserButton)) !== undefined) say(words.browserButtonCopied)
}

export function startButtonDrag(event: DragEvent) {
  event.dataTransfer.setData(dragType, '')
  event.dataTransfer.setData('text/uri-list', browserButton)
  event.dataTransfer.setData('text/x-moz-url', `${browserButton}\n${browserButtonName}`)
  event.dataTransfer.setData('text/plain', browserButton)
  event.dataTransfer.effectAllowed = 'copyLink'
}

export function isButtonDrag(event: { readonly dataTransfer: DataTransfer | null }): boolean {
  return event.dataTransfer?.types.includes(dragType) ?? false
}
