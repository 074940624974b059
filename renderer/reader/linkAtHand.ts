// The link in the text that is pointed at or has the focus: said in the status line, saved with a key.
import { createStore } from '../ui/createStore.ts'

export type LinkAtHand = { readonly address: string; readonly host: string; readonly isFocused: boolean }

export const linkAtHand = createStore<{ readonly link?: LinkAtHand }>({})

/** Only links that lead out of the page. */
export function takeLinkInHand(href: string | null, isFocused: boolean) {
  const link = href === null || href.startsWith('#') ? undefined : readLink(href, isFocused)
  linkAtHand.set(link ? { link } : {})
}

function readLink(href: string, isFocused: boolean): LinkAtHand | undefined {
  try {
    const url = new URL(href)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
    return { address: url.href, host: url.host, isFocused }
  } catch {
    return undefined // the page's own mistake
  }
}
