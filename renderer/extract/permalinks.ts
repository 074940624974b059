// The small links that headings carry to themselves. They are no words of the heading.
import type { Draft } from './draft.ts'

export function permalinks({ document }: Draft) {
  for (const anchor of document.querySelectorAll(
    'h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], h6 a[href]',
  )) {
    const text = (anchor.textContent ?? '').trim()
    const isMark =
      /^[¶#§🔗∞]?$/u.test(text) || /headerlink|header-anchor|permalink|anchorjs|heading-link/i.test(anchor.className)
    if (
      isMark &&
      text.length <= 12 &&
      !anchor.querySelector('img') &&
      text !== (anchor.parentElement?.textContent ?? '').trim()
    )
      anchor.remove()
  }
}
