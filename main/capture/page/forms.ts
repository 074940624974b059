// Forms as they were filled in, without what is secret.
import { attribute, resourceUrl } from './dom.ts'
import { copyElement, emptied, placeholder, type Around, type Freezing } from './freezing.ts'

export function freezeInput(state: Freezing, element: Element, around: Around): Node[] {
  const made = copyElement(state, element, around)
  if (!(element instanceof HTMLInputElement)) return [made]
  made.toggleAttribute('checked', element.checked)
  // What is secret, and what only the site's own server reads.
  if (/^(?:password|hidden|file)$/.test(element.type)) made.removeAttribute('value')
  else if (element.value !== '') made.setAttribute('value', element.value)
  if (element.type === 'image') {
    made.removeAttribute('src')
    const url = resourceUrl(attribute(element, 'src'))
    if (url && !url.startsWith('blob:'))
      made.setAttribute('src', placeholder(state, { kind: 'image', candidates: [url] }))
  }
  return [made]
}

export function freezeTextarea(state: Freezing, element: Element, around: Around): Node[] {
  const made = emptied(state, element, around)
  if (element instanceof HTMLTextAreaElement) made.textContent = element.value
  return [made]
}

export function freezeOption(state: Freezing, element: Element, around: Around): Node[] {
  const made = copyElement(state, element, around)
  if (element instanceof HTMLOptionElement) made.toggleAttribute('selected', element.selected)
  return [made]
}
