// Lines that each stand in a box of their own, with an empty box where a line is left out: so editors of poems and of mails write. Read as boxes they
// would be as many paragraphs, and the empty lines between stanzas would be lost.
import type { Draft } from './draft.ts'
import { hasText, linkShare } from './measureText.ts'
import { isInlineName } from './lineOfText.ts'

export function verse({ document }: Draft) {
  const containers = new Set<Element>()
  for (const gap of document.querySelectorAll('div > br:only-child')) {
    const around = gap.parentElement?.parentElement
    if (around && gap.parentElement && !hasText(gap.parentElement)) containers.add(around)
  }
  for (const container of containers) joinLines(container)
}

/** Each run of lines becomes a paragraph. */
function joinLines(container: Element) {
  let run: Element[] = []
  const finish = () => {
    const [first, ...others] = run
    if (first && others.length > 0) {
      const paragraph = container.ownerDocument.createElement('p')
      first.before(paragraph)
      run.forEach((line, at) => {
        if (at > 0) paragraph.append(container.ownerDocument.createElement('br'))
        if (line.lastElementChild?.localName === 'br' && line.lastElementChild === line.lastChild)
          line.lastChild.remove()
        paragraph.append(...line.childNodes)
        line.remove()
      })
    }
    run = []
  }
  for (const node of [...container.childNodes]) {
    if (node.nodeType === 1 && isLine(node as Element)) run.push(node as Element)
    else if (node.nodeType !== 3 || (node as Text).data.trim() !== '') finish()
  }
  finish()
}

function isLine(element: Element): boolean {
  const length = (element.textContent ?? '').trim().length
  return (
    element.localName === 'div' &&
    length > 0 &&
    length <= longestLine &&
    [...element.querySelectorAll('*')].every(isInlineName) &&
    linkShare(element) < mostLinked
  )
}

/** Characters. What is longer is a paragraph, whatever stands around it. */
const longestLine = 100
const mostLinked = 0.5
