// page/freeze.ts was written for the document of the page it runs in. Here it meets another one: parsed from text, without a window, so
// that nothing in it loads, runs or is laid out.

/** `freezeScript`: the text of out/page/freeze.js. Defines `offprintFreezeText([html, url, options])` in the world it is run in. */
export function freezeTextScript(freezeScript: string): string {
  return `globalThis.offprintFreezeText = ([html, url, options]) => {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const stated = Document.prototype.querySelector.call(parsed, 'base[href]')
  let address = url
  try {
    const based = new URL(stated ? stated.getAttribute('href') : '', url)
    if (/^https?:$/.test(based.protocol)) address = based.href
  } catch {} // what is no address is no base: the page's own counts
  const frozen = ((document, location, getComputedStyle) => {
    ${freezeScript}
    return offprint_freeze.freeze({ ...options, baseUri: address })
  })(parsed, { href: url }, () => ${noLayout})
  return frozen
}; 0`
}

/** Says nothing of how anything looks, and hides nothing. */
const noLayout = `new Proxy({ display: 'contents', visibility: 'visible', opacity: '1', getPropertyValue: () => '' }, {
      get: (known, name) => known[name] ?? '',
    })`
