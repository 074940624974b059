// Which of the pictures a page offers is the one to keep. Pure text in and out: runs in the captured page.

export type SrcsetCandidate = { readonly url: string; readonly width?: number; readonly density?: number }

/** As the HTML standard splits it: an address may hold commas, the comma that ends one stands before white space or after a descriptor. */
export function parseSrcset(text: string): SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = []
  let rest = text
  for (;;) {
    rest = rest.replace(/^[\s,]+/, '')
    const [url] = /^\S+/.exec(rest) ?? []
    if (url === undefined) return candidates
    rest = rest.slice(url.length)
    if (url.endsWith(',')) {
      candidates.push({ url: url.replace(/,+$/, '') })
      continue
    }
    const [descriptors = ''] = /^(?:[^,(]|\([^)]*\))*/.exec(rest) ?? []
    rest = rest.slice(descriptors.length)
    candidates.push({ url, ...described(descriptors) })
  }
}

function described(text: string): { width?: number; density?: number } {
  const width = /(?:^|\s)(\d+)w(?:\s|$)/.exec(text)?.[1]
  if (width !== undefined) return { width: Number(width) }
  const density = /(?:^|\s)(\d*\.?\d+)x(?:\s|$)/.exec(text)?.[1]
  return density === undefined ? {} : { density: Number(density) }
}

/** The widest that is not wider than `maxWidth`, else the narrowest; among densities the highest up to 3. */
export function bestOfSrcset(text: string, maxWidth: number): string | undefined {
  const candidates = parseSrcset(text)
  const wide = candidates.filter((one) => one.width !== undefined)
  const fitting = wide.filter((one) => (one.width ?? 0) <= maxWidth)
  const byWidth = (a: SrcsetCandidate, b: SrcsetCandidate) => (a.width ?? 0) - (b.width ?? 0)
  if (fitting.length > 0) return fitting.sort(byWidth).at(-1)?.url
  if (wide.length > 0) return wide.sort(byWidth)[0]?.url
  const dense = candidates.filter((one) => (one.density ?? 1) <= 3)
  return dense.sort((a, b) => (a.density ?? 1) - (b.density ?? 1)).at(-1)?.url
}
