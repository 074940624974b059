// Lines between two paragraphs of an article that are not said by it: they lead elsewhere, ask for something or wait for a script.
import { isInPlace, type Block } from './blocks.ts'
import {
  asksToSubscribe,
  contacts,
  disclosure,
  follows,
  label,
  labelElsewhere,
  labelInCapitals,
  labelOfKind,
  needsScript,
  otherArticles,
} from './promotion.ts'
import type { Paragraph } from './text.ts'

/** A line in the midst of the text that only leads elsewhere. */
export function isAside(block: Block, isArticle: boolean): boolean {
  const { text, linked, isHeading } = block
  if (isInPlace(block) || block.block.closest('li, dl')) return false
  if (text.length < 450 && contacts.test(text)) return true
  if (text.length > 300) return false
  // A heading that announces other articles takes them along, and is needed for that.
  if (text.length <= longestNotice && advertNotice.test(text)) return !(isHeading && otherArticles.test(text))
  if (text.length < 200 && [asksToSubscribe, follows, needsScript].some((one) => one.test(text))) return true
  if (!isHeading && (thanks.test(text) || disclosure.test(text) || asksToRate.test(text))) return true
  if (isHeading || linked < leastToAnOffer) return false
  if (text.length < 200 && offers.test(linkedText(block))) return true
  if (linked < 0.5) return false
  const said = text.replace(signs, '')
  if (
    label.test(said) ||
    labelElsewhere.test(said) ||
    labelOfKind.test(said) ||
    (isArticle && labelInCapitals.test(text))
  )
    return true
  const letters = text.replace(/\P{L}/gu, '')
  return linked > 0.9 && letters.length > 15 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

/** Before a button, in the midst of a letter to subscribers. */
const thanks = /^(thanks|thank you) for (reading|subscribing)\b.*\b(shar(e|ing)|subscrib(e|er|ing)|support)\b/i

/** What stands above and below an advertisement: that it is one, and that the text goes on. */
const advertNotice =
  /^\W*(?:(?:advertisement|ad|sponsored|anzeige|werbung|publicité|publicidade?|pubblicità|advertentie|annons|annonce|реклама|reklama?|広告|广告|廣告|광고|إعلان|פרסומת)|(?:(?:advertisement|ad)\W+)?(?:(?:the )?(?:story|article|post) continues?|scroll (?:down )?to continue(?: reading)?|continue reading|keep reading)(?: (?:below|after)(?: (?:the |this |our )?(?:advertisement|ads?|video|promo\w*|break))?)?|(?:nach|unter) der (?:anzeige|werbung) (?:geht es weiter|weiterlesen).*|(?:der )?artikel (?:wird )?(?:nach der anzeige|unter der anzeige).*|la suite (?:de l['’]article )?après (?:cette|la) publicité|(?:el artículo )?(?:sigue|continúa) (?:después|tras) (?:de )?la publicidad|continua (?:dopo|após|depois d\S*) (?:[aol]+ )?(?:pubblicità|publicidade)|(?:artikel|lees) (?:gaat )?verder (?:na|onder) (?:de )?advertentie)\W*$/iu
/** Characters. */
const longestNotice = 80

/** Of those who have cooked it, above the card of the recipe. */
const asksToRate =
  /^(if|did|when|once|after|have) you (make|made|try|tried|do make|do try|enjoyed?|loved?|liked?) (this|these|it)\b.{0,120}\b(comment|rating|review|rate)\b/i

const leastToAnOffer = 0.2
/** Where the newspaper itself is to be had. */
const offers =
  /\b(?:bestellen|abonnieren|probe(?:lesen|abo)|s['’]abonner|abonnez-vous|suscríb\w+|assine|abbonati|subscribe|order (?:now|here|your|the|a))(?!\p{L})/iu

function linkedText({ nodes }: Paragraph): string {
  return nodes
    .filter((node) => node.parentElement?.closest('a[href]'))
    .map(({ data }) => data)
    .join(' ')
}

/** Before a way to another article. */
const signs = /^[\s>»›▶►➤☞👉=*•-]+/u
