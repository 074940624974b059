// The JSON-LD of a page, flattened: every object with a type, references within the page resolved one step. Broken parts are left out.

export type LinkedObject = { readonly [key: string]: unknown }

export function readJsonLd(document: Document): LinkedObject[] {
  const found: LinkedObject[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    collect(parse(script.textContent ?? ''), found, 0)
  }
  return found
}

export function hasType(object: LinkedObject, types: RegExp): boolean {
  return list(object['@type']).some(
    (type) => typeof type === 'string' && types.test(type.replace(/^https?:\/\/schema\.org\//, '')),
  )
}

/** One or many -> many. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** Text with its entities decoded and its tags gone; undefined when there is none. */
export function textOf(value: unknown): string | undefined {
  const [first] = list(value)
  const raw =
    typeof first === 'string'
      ? first
      : isObject(first) && typeof first['@value'] === 'string'
        ? first['@value']
        : undefined
  return raw?.trim() ? raw.trim() : undefined
}

/** The names of people or organisations, each given as text, as an object, or as the id of one. */
export function namesOf(value: unknown, all: readonly LinkedObject[]): { name: string; isPerson: boolean }[] {
  return list(value).flatMap((one) => {
    if (typeof one === 'string') return one.trim() ? [{ name: one.trim(), isPerson: true }] : []
    if (!isObject(one)) return []
    const whole =
      one['name'] === undefined
        ? (all.find((other) => other['@id'] !== undefined && other['@id'] === one['@id']) ?? one)
        : one
    const isPerson = !hasType(whole, /Organization|Corporation|Brand|Thing/)
    return list(whole['name']).flatMap((name) =>
      typeof name === 'string' && name.trim() ? [{ name: name.trim(), isPerson }] : [],
    )
  })
}

const maxNesting = 6

function parse(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '')
  for (const candidate of [
    text,
    text.replace(/[\u0000-\u001f]+/g, ' '),
    text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(candidate) as unknown
    } catch {
      // the next candidate forgives one slip more
    }
  }
  return undefined
}

function collect(value: unknown, found: LinkedObject[], nesting: number) {
  if (nesting > maxNesting || found.length > 500) return
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, nesting + 1)
    return
  }
  if (!isObject(value)) return
  if (value['@type'] !== undefined) found.push(value)
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item']) {
    collect(value[key], found, nesting + 1)
  }
}

function isObject(value: unknown): value is LinkedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
