// Where the page says that its article goes on: the link that is meant for machines, and the forms that pagers have.
import { nextPart } from '../nextPart.ts'
import { allElements, attribute, resourceUrl, textContent } from './dom.ts'

const saysNext =
  /^(?:next(?: (?:page|part))?|continue(?: reading)?|page suivante|suivante?|nächste(?: seite)?|weiter|weiterlesen|siguiente|página siguiente|avanti|pagina successiva|próxima|volgende|nästa|neste|næste|następna|далее|следующая|下一页|下一頁|次へ|次のページ|다음)?[\s›»→>]*$/i
const pager = '[class*="pag" i], [id*="pag" i], [class*="nav-links" i], [role="navigation"], nav'
const mostLinks = 3_000

export function nextAddress(current: string): string | undefined {
  const byName = allElements('link[rel~="next" i], a[rel~="next" i]')
  const links = allElements('a[href]').slice(0, mostLinks)
  const byWords = links.filter((link) => {
    const words = (textContent(link) ?? '').trim() || (attribute(link, 'aria-label') ?? '').trim()
    return words !== '' && words.length < 40 && saysNext.test(words)
  })
  const byNumber = links.filter(
    (link) => /^\d{1,3}$/.test((textContent(link) ?? '').trim()) && Element.prototype.closest.call(link, pager),
  )
  const addresses = [...byName, ...byWords, ...byNumber].map((link) => resourceUrl(attribute(link, 'href')))
  return nextPart(
    addresses.filter((address): address is string => address !== undefined && /^https?:/.test(address)),
    current,
  )
}
