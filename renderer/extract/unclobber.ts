// A page can name its elements after what we call: in a form with a control named `attributes`, `form.attributes` is that control, and
// `document.body` may be a picture. Such names are taken away before anything is asked of the document by its own properties.

export function unclobber(root: Document | DocumentFragment): void {
  const owner = root instanceof Document ? Document : DocumentFragment
  const find = Reflect.get(owner.prototype, 'querySelectorAll') // as the DOM defines it
  // Name by name: a browser finds those of one many times sooner than those of a list.
  for (const name of names)
    for (const element of find.call(root, name))
      for (const key of ['name', 'id']) {
        const value = get.call(element, key)
        if (value !== null && isProperty(value)) remove.call(element, key)
      }
}

const names = 'form input button select textarea output fieldset object embed iframe img'.split(' ')

// Reached through the prototype, because a form's own may be one of its controls.
const get = Reflect.get(Element.prototype, 'getAttribute')
const remove = Reflect.get(Element.prototype, 'removeAttribute')

function isProperty(name: string): boolean {
  return name in HTMLFormElement.prototype || name in Document.prototype
}
