// Whether an address that a page calls the next one is the next part of the same article, and not another article: only the number in it may
// differ, and by one. Pure text in and out: runs in the captured page.

const names =
  'page|pages|paged|p|pg|seite|pagina|pagine|part|teil|partie|sayfa|strona|sida|blad|pagenumber|pageno|page_no|currentpage'
const inQuery = new RegExp(`^(?:${names})$`, 'i')
const inPath: readonly RegExp[] = [
  new RegExp(`/(?:${names})[-_/]?(\\d{1,3})(?=/?$|\\.\\w{2,5}$)`, 'i'),
  new RegExp(`[-_,.](?:${names})[-_]?(\\d{1,3})(?=/?$|\\.\\w{2,5}$)`, 'i'),
  /\/(\d{1,2})(?=\/?$)/,
  /[-_,](\d{1,2})(?=\/?$|\.\w{2,5}$)/,
]

/** `isNamed`: the address says that the number is a page's; a bare one may be a day, or the number of another article. */
type Part = { readonly whole: string; readonly number: number; readonly isNamed: boolean }

/** The first of them that is. `current` may be the first part, whose address seldom has a number. */
export function nextPart(candidates: readonly string[], current: string): string | undefined {
  return candidates.find((candidate) => isNext(candidate, current))
}

/** The same, of a page that was not itself come to as a part: a bare number then only counts after an address without one. */
export function goesOnAt(next: string | undefined, current: string): next is string {
  if (next === undefined) return false
  return partsOf(next).some(({ whole, number, isNamed }) => {
    const isAfterPlain = whole === plain(new URL(current)) && number <= 2
    return isAfterPlain || (isNamed && isNext(next, current))
  })
}

function isNext(candidate: string, current: string): boolean {
  const whole = plain(new URL(current))
  const here = [...partsOf(current), { whole, number: 1 }, { whole, number: 0 }]
  return partsOf(candidate).some((next) =>
    here.some((one) => next.whole === one.whole && next.number === one.number + 1),
  )
}

/** Every way to read a number of a part in the address, each with the address without it. */
function partsOf(address: string): Part[] {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return [] // no address
  }
  const found: Part[] = []
  for (const [name, value] of url.searchParams) {
    if (!inQuery.test(name) || !/^\d{1,3}$/.test(value)) continue
    const without = new URL(url)
    without.searchParams.delete(name)
    found.push({ whole: plain(without), number: Number(value), isNamed: true })
  }
  for (const [at, pattern] of inPath.entries()) {
    const match = pattern.exec(url.pathname)
    if (!match) continue
    const without = new URL(url)
    without.pathname = url.pathname.replace(pattern, '')
    found.push({ whole: plain(without), number: Number(match[1]), isNamed: at < 2 })
  }
  return found
}

function plain(url: URL): string {
  const path = url.pathname.replace(/\/(?:index\.\w+)?$/, '').replace(/\/$/, '')
  return `${url.host}${path}${url.search}`
}
