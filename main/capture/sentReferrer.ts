/** As browsers do where a page asks for nothing else: all of it within a site, its origin across, nothing from https to http. */
export function sentReferrer(page: string, target: string): string | undefined {
  const [from, to] = [new URL(page), new URL(target)]
  if (from.protocol === 'https:' && to.protocol === 'http:') return undefined
  from.hash = ''
  return from.origin === to.origin ? from.href : `${from.origin}/`
}
