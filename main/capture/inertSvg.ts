// An SVG with nothing in it that runs, refers to the outside, or grows without bound. It is shown as a picture only, where it could do
// none of this anyway; but files travel, and somebody may open one by itself.

/** Elements that are dropped with all they hold. */
const dropped =
  /^(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener|link|meta|base|annotation-xml)$/
const animation = /^(?:animate|set|animatetransform|animatemotion)$/

/** Copies of elements that one picture may ask for, nested ones multiplied. */
const maxCopies = 10_000
/** Elements in one another. Chromium draws nothing that goes deeper. */
const maxDepth = 5_000

type Tag = { readonly name: string; readonly attributes: string; readonly isEnd: boolean; readonly isEmpty: boolean }

// Markup that may hold a `>`: comments, sections, instructions, tags with quoted values. The patterns of this file can match what they read in one way
// only, and are never begun again in the middle of it: a picture of a few kilobytes could else keep the whole app busy for hours.
const token =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|<![^<>[]*(?:\[[^\]]*\][^<>]*)?>|<(\/?)([a-z_][\w:.-]*)(?![\w:.-])((?:"[^"]*"|'[^']*'|[^<>"'])*)>/iy
const attribute = /(?<![\w:.-])([a-z_:][\w:.-]*)\s*=\s*("[^"]*"|'[^']*')/gi
/** Of something outside the picture: its own parts are named by `#`. */
const outside = String.raw`url\((?!\s*(?:["']\s*)?#)`
const refersOutside = new RegExp(`${outside}|@import|expression\\(`, 'i')
const outsideInStyle = new RegExp(`${outside}[^)]*\\)?`, 'gi')

/** Undefined: it cannot be made inert, so it is not kept. */
export function inertSvg(text: string): string | undefined {
  if (/<!ENTITY/i.test(text)) return undefined
  const kept: string[] = []
  const copies = new CopyCount()
  let inside: { readonly name: string; depth: number } | undefined
  let end = 0
  for (let start = text.indexOf('<'); start !== -1; start = text.indexOf('<', end)) {
    token.lastIndex = start
    const match = token.exec(text)
    if (!match || copies.isTooMuch()) return undefined // not well-formed: as a picture it shows nothing
    const between = text.slice(end, start)
    end = token.lastIndex
    const tag = tagOf(match)
    if (inside) {
      if (tag?.name === inside.name && !tag.isEmpty) inside.depth += tag.isEnd ? -1 : 1
      if (inside.depth === 0) inside = undefined
      continue
    }
    kept.push(styleSafe(between, copies.current))
    if (match[1] !== undefined) kept.push(`<![CDATA[${styleSafe(match[1], copies.current)}]]>`)
    if (!tag) continue
    const plain = localName(tag.name)
    const isDropped =
      dropped.test(plain) || (animation.test(plain) && /attributeName\s*=\s*["'](?:\w+:)?href/i.test(tag.attributes))
    if (isDropped) {
      if (!tag.isEnd && !tag.isEmpty) inside = { name: tag.name, depth: 1 }
      continue
    }
    const attributes = safeAttributes(tag.attributes)
    copies.see(tag, attributes)
    kept.push(`<${tag.isEnd ? '/' : ''}${tag.name}${attributes}${tag.isEmpty ? '/' : ''}>`)
  }
  if (inside || copies.total() > maxCopies) return undefined
  return kept.join('')
}

function tagOf(match: RegExpExecArray): Tag | undefined {
  const [, , slash, name, rest = ''] = match
  if (name === undefined) return undefined
  const isEmpty = /\/\s*$/.test(rest)
  return { name, attributes: isEmpty ? rest.replace(/\/\s*$/, '') : rest, isEnd: slash === '/', isEmpty }
}

function localName(name: string): string {
  return name.replace(/^.*:/, '').toLowerCase()
}

function safeAttributes(text: string): string {
  const kept: string[] = []
  for (const [, name = '', quoted = ''] of text.matchAll(attribute)) {
    const plain = localName(name)
    const value = quoted.slice(1, -1)
    if (plain.startsWith('on') || plain === 'base') continue
    if ((plain === 'href' || plain === 'src') && !/^\s*(?:#|data:image\/(?:png|jpeg|gif|webp|avif);)/i.test(value))
      continue
    if (refersOutside.test(decoded(value)) && !plain.startsWith('xmlns')) continue
    kept.push(` ${name}=${quoted}`)
  }
  return kept.join('')
}

function styleSafe(text: string, element: string): string {
  if (element !== 'style') return text
  return text.replace(/@import[^;]*;?/gi, '').replace(outsideInStyle, 'none')
}

/** Character references hide letters from a pattern. */
function decoded(value: string): string {
  return value
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_whole, hex: string) =>
      String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff)),
    )
}

/** How many copies `use` elements ask for: each refers to an element by its id, which may hold `use` elements again. */
class CopyCount {
  readonly #uses = new Map<string, string[]>()
  #count = 0
  readonly #open: { readonly name: string; readonly id: string | undefined }[] = []

  get current(): string {
    return localName(this.#open.at(-1)?.name ?? '')
  }

  see(tag: Tag, attributes: string): void {
    if (tag.isEnd) {
      if (this.#open.at(-1)?.name === tag.name) this.#open.pop()
      return
    }
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1]
    const target = localName(tag.name) === 'use' ? /href\s*=\s*["']\s*#([^"']*)["']/i.exec(attributes)?.[1] : undefined
    const around = [...this.#open.map((one) => one.id), id].filter((one) => one !== undefined)
    if (target !== undefined) {
      this.#count += 1
      for (const one of ['', ...around]) {
        const uses = this.#uses.get(one)
        if (uses) uses.push(target)
        else this.#uses.set(one, [target])
      }
    }
    if (!tag.isEmpty) this.#open.push({ name: tag.name, id })
  }

  /** Already, whatever is still to come. */
  isTooMuch(): boolean {
    return this.#count > maxCopies || this.#open.length > maxDepth
  }

  total(): number {
    const known = new Map<string, number>()
    const count = (id: string, depth: number): number => {
      if (depth > 30) return Infinity // in a circle, or as good as
      const before = known.get(id)
      if (before !== undefined) return before
      const sum = (this.#uses.get(id) ?? []).reduce((all, target) => all + 1 + count(target, depth + 1), 0)
      known.set(id, sum)
      return sum
    }
    return count('', 0)
  }
}
