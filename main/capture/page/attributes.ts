// What may stay on an element of a frozen page: nothing that runs, sends, or passes for a mark of ours.

const dropped = new Set([
  'nonce',
  'integrity',
  'crossorigin',
  'ping',
  'srcdoc',
  'autofocus',
  'formaction',
  'action',
  'manifest',
  'is',
  'http-equiv',
  'target',
  'popovertarget',
  'command',
  'commandfor',
  'background',
])
const addresses = new Set([
  'href',
  'src',
  'data',
  'xlink:href',
  'poster',
  'cite',
  'longdesc',
  'codebase',
  'to',
  'values',
  'from',
])

const clobbering = new Set([
  'input',
  'button',
  'select',
  'textarea',
  'fieldset',
  'output',
  'object',
  'embed',
  'img',
  'form',
  'iframe',
])

/** `freezeCss` gets the text of a style attribute and answers with what may stay of it. */
export function cleanAttributes(element: Element, freezeCss: (css: string) => string): void {
  for (const name of element.getAttributeNames()) {
    const plain = name.toLowerCase()
    if (plain.startsWith('on') || plain.startsWith('data-offprint') || dropped.has(plain)) element.removeAttribute(name)
    else if (addresses.has(plain) && isScript(element.getAttribute(name) ?? '')) element.removeAttribute(name)
    else if ((plain === 'name' || plain === 'id') && clobbers(element, element.getAttribute(name) ?? ''))
      element.removeAttribute(name)
    else if (plain === 'style') element.setAttribute(name, freezeCss(element.getAttribute(name) ?? ''))
  }
}

/** `<input name="attributes">` would stand before a form's own attributes for whoever reads the frozen page. */
function clobbers(element: Element, name: string): boolean {
  return clobbering.has(element.localName) && (name in HTMLFormElement.prototype || name in Document.prototype)
}

function isScript(address: string): boolean {
  // Browsers skip white space and control characters in a scheme.
  return /^(?:javascript|vbscript|data:text\/html)/i.test(address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''))
}
