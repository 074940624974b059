// The one trusted-types policy of our pages. Text becomes a document only here, and only an inert one: it has no window, runs nothing and
// loads nothing. What is to be shown goes through sanitise.ts.

/** Parses HTML as a browser would a page, into a document that nobody sees. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(trustedHtml(html), 'text/html')
}

/** The address of one of our own scripts, for `new Worker`. Any other address is refused. */
export function trustedScriptUrl(address: string): TrustedScript {
  const url = new URL(address, location.href)
  if (url.origin !== location.origin) throw new Error('A worker may only be one of our own scripts.')
  return (policy() ? policy()?.createScriptURL(url.href) : url.href) as TrustedScript
}

/** What `new Worker` takes: a string where the engine has no trusted types, an object that stands for one where it has. */
type TrustedScript = string & URL

type Policy = { createHTML(text: string): unknown; createScriptURL(text: string): unknown }
type PolicyFactory = { createPolicy(name: string, rules: object): Policy }

let made: Policy | undefined

function policy(): Policy | undefined {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  made ??= factory?.createPolicy('offprint', { createHTML: same, createScriptURL: same })
  return made
}

function same(text: string): string {
  return text
}

function trustedHtml(html: string): string {
  return (policy()?.createHTML(html) ?? html) as string
}
