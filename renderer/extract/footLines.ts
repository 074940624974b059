// The foot of a page that is made of plain boxes: whose page it is, where they are to be found, and the way to what the law asks for.
import type { Block } from './blocks.ts'

/** Where it begins; the number of blocks where there is none. The last lines are such a way, and above it stand only lines of that kind. */
export function footStart(blocks: readonly Block[]): number {
  let start = blocks.length
  let hasWay = false
  for (let at = blocks.length - 1; at > 0 && blocks.length - at <= mostLines; at--) {
    const { text = '', block } = blocks[at] ?? {}
    if (text.length > longestLine || !block || block.closest('table, pre, blockquote, figure, h2, h3')) break
    const isWay = ways.test(text)
    if (!isWay && !whoAndWhere.test(text)) break
    hasWay ||= isWay
    start = at
  }
  return hasWay ? start : blocks.length
}

const mostLines = 12
/** Characters. */
const longestLine = 120

const way = String.raw`(?:impressum|datenschutz(?:erkl\p{L}+)?|agb|kontakt|cookies?(?:[ -](?:policy|settings|einstellungen))?|terms(?: (?:of (?:use|service)|(?:and|&) conditions))?|privacy(?: (?:policy|notice))?|imprint|legal(?: notice)?|contact(?: us)?|accessibility|sitemap|about(?: us)?|mentions légales|confidentialité|cgu|aviso legal|política de (?:privacidad|cookies)|privacidade?|note legali|политика конфиденциальности|контакты)`
/** Two of them at the least. */
const ways = new RegExp(String.raw`^\W*${way}(?:\s*[|·•/,–—-]\s*${way})+\W*$`, 'iu')
const whoAndWhere =
  /^(?:tel(?:efon|éphone|éfono)?|phone|fax|e-?mail|mail|тел)\b\.?\s*[:.]|^\S+@\S+\.\w+$|^[^.!?]*\b\d{4,5}\s\p{Lu}[^.!?]*$|\b(?:GmbH|AG|Ltd\.?|Inc\.?|LLC|S\.?A\.?|S\.?L\.?|SARL|ООО)$|^(?:©|copyright\b)/iu
