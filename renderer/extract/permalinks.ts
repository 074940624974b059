// The small links that headings carry to themselves. They are no words of the heading.
import type { Draft } from './draft.ts'
import { named } from './named.ts'

export function permalinks({ document }: Draft) {
  // From the headings down: to ask of every link of the page whether it stands in one took three times as long as all else here.
  const headings = named(document, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
  for (const heading of headings) {
    const beside = heading.nextElementSibling
    if (heading.id && beside?.matches('a') && beside.getAttribute('href') === `#${heading.id}`) beside.remove()
  }
  for (const anchor of headings.flatMap((heading) => [...heading.querySelectorAll('a[href]')])) {
    const text = (anchor.textContent ?? '').replace(unseen, '').trim()
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

/** Of no width: some pages draw the sign by a style, and leave this for it to stand on. */
const unseen = /[\u200B\u2060\uFEFF]/g
