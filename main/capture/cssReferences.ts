// What a style sheet refers to. Pure text in and out: runs in the captured page and in main.

export type CssReference =
  | { readonly kind: 'asset'; readonly url: string }
  /** `conditions`: when it counts, as written after the address. */
  | { readonly kind: 'import'; readonly url: string; readonly conditions: string }

// Comments, plain strings and what is no address after all are matched too, so that what looks like a reference inside them is left alone. Wherever one
// of them begins it is matched, also where it does not end: a sheet of some kilobytes, read to its end from each of its quotes, could keep the whole app
// busy for minutes.
const token =
  /\/\*[^]*?(?:\*\/|$)|@import\s+(?:url\(\s*)?(?:"([^"\n]*)(?:"|$)|'([^'\n]*)(?:'|$)|([^\s"');]+))\s*\)?([^;"'{}]*);?|url\((?:\s*(?:"((?:[^"\\\n]|\\(?:[^]|$))*)(?:"|$)|'((?:[^'\\\n]|\\(?:[^]|$))*)(?:'|$)|((?:[^\s\"'()\\]|\\(?:[^]|$))+))\s*|\s*)(?:\)|$)|url\((?!\s*["'])(?:[^)\\]|\\(?:[^]|$))*\)?|"(?:[^"\\\n]|\\(?:[^]|$))*"?|'(?:[^'\\\n]|\\(?:[^]|$))*'?/gi

/** Replaces every address. `replace` gets it absolute where that is possible, and answers with the new one, or undefined for none. */
export function rewriteCss(
  css: string,
  base: string,
  replace: (reference: CssReference) => string | undefined,
): string {
  return css.replace(token, (whole: string, ...found: (string | undefined)[]) => {
    const [a, b, c, after = '', d, e, f] = found
    const imported = a ?? b ?? c
    if (imported !== undefined) {
      const conditions = after.trim()
      const answer = replace({ kind: 'import', url: absolute(imported, base), conditions })
      return answer === undefined ? '' : `@import url("${answer}")${conditions ? ` ${conditions}` : ''};`
    }
    const referred = d ?? e ?? f
    if (referred === undefined) return whole
    if (referred === '' || referred.startsWith('#')) return whole
    return `url("${replace({ kind: 'asset', url: absolute(unescaped(referred), base) }) ?? 'data:,'}")`
  })
}

function absolute(url: string, base: string): string {
  try {
    return new URL(url, base).href
  } catch {
    return 'about:invalid' // No address; whoever fetches it finds out.
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|([^]))/gi, (_whole, hex?: string, char?: string) => {
    const code = hex === undefined ? undefined : parseInt(hex, 16)
    return code === undefined ? (char ?? '') : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

/** What an imported sheet says, in the place of the import: it counts where and when that one did. */
export function asImported(css: string, conditions: string): string {
  const [, layer, supports, media = ''] =
    /^(layer(?:\([^)]*\))?(?=\s|$))?\s*(?:supports\(((?:[^()]|\([^()]*\))*)\))?\s*([^]*)$/i.exec(conditions) ?? []
  const condition = supports !== undefined && !supports.startsWith('(') ? `(${supports})` : supports
  const within = [
    ...(media ? [`@media ${media}`] : []),
    ...(condition === undefined ? [] : [`@supports ${condition}`]),
    ...(layer === undefined ? [] : [`@layer ${/\(([^)]*)\)/.exec(layer)?.[1] ?? ''}`]),
  ]
  return within.reduceRight((inner, around) => `${around} {\n${inner}\n}`, css)
}

/** Where no script runs, no element of a page's own making is ever defined, and many a sheet hides those that are not. */
export function withAllDefined(css: string): string {
  if (!css.includes(':defined')) return css
  return css.replace(/:not\(\s*:defined\s*\)/g, ':not(*)').replace(/:defined\b/g, ':not(.offprint-undefined)')
}
