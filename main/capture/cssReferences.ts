// What a style sheet refers to. Pure text in and out: runs in the captured page and in main.

export type CssReference = { readonly kind: 'import' | 'asset'; readonly url: string }

// Comments and plain strings are matched first, so that what looks like a reference inside them is left alone.
const token =
  /\/\*[^]*?(?:\*\/|$)|@import\s+(?:url\(\s*)?(?:"([^"\n]*)(?:"|$)|'([^'\n]*)(?:'|$)|([^\s"');]+))\s*\)?|url\(\s*(?:"((?:[^"\\\n]|\\[^])*)(?:"|$)|'((?:[^'\\\n]|\\[^])*)(?:'|$)|([^\s"')]*))\s*(?:\)|$)|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/gi

/** Replaces every address. `replace` gets it absolute where that is possible, and answers with the new one, or undefined for none. */
export function rewriteCss(
  css: string,
  base: string,
  replace: (reference: CssReference) => string | undefined,
): string {
  return css.replace(token, (whole: string, a?: string, b?: string, c?: string, d?: string, e?: string, f?: string) => {
    const imported = a ?? b ?? c
    if (imported !== undefined) {
      const answer = replace({ kind: 'import', url: absolute(imported, base) })
      return answer === undefined ? '@import "data:text/css,"' : `@import url("${answer}")`
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
