// Is what was found the article, and all of it? A verdict with reasons that a person can read.
import type { Extraction } from '../../preload/contract.ts'

export type Found = {
  readonly title: string
  readonly text: string
  /** What was cut from its end. */
  readonly tail: string
  readonly words: number
  /** Words that a reader of the whole page could see. */
  readonly visibleWords: number
  /** The page says that its text is for those who pay. */
  readonly forPayers: boolean
  /** The page says that it is an article. */
  readonly isArticle: boolean
  /** Words of the page in blocks that read like text and are no furniture. */
  readonly readingWords: number
  /** The share of what was found that stands in links, 0 to 1. */
  readonly linked: number
}

export function judge(found: Found): Pick<Extraction, 'verdict' | 'reasons'> {
  const { title, text, tail, words, visibleWords, forPayers, isArticle, readingWords, linked } = found
  const start = `${title}\n${text.slice(0, 1_500)}`
  if (words < fewWords && challenge.test(start))
    return { verdict: 'wall', reasons: ['The site asked for proof that no robot is reading.'] }
  if (words < shortPage && errorTitle.test(title.trim()))
    return { verdict: 'error', reasons: [`The page says: "${title.trim()}".`] }
  if (words === 0) return { verdict: 'not-article', reasons: ['No article text was found. The link is saved.'] }
  if (words < fewWords && (signIn.test(start) || signInTitle.test(title.trim())))
    return { verdict: 'wall', reasons: ['The page asks to sign in.'] }
  const end = `${text.slice(-1_000)}\n${tail.slice(0, 1_000)}`
  if (words < longArticle && payWall.test(end))
    return { verdict: 'wall', reasons: ['The text ends where the page asks to subscribe.'] }
  if (forPayers && words < paidPreview) {
    return {
      verdict: 'wall',
      reasons: ['The page says that the whole text is for subscribers.', `${count(words)} were found.`],
    }
  }
  const isLittle = words < fewWords && visibleWords > manyTimes * words && !isArticle
  if (isLittle && readingWords > 2 * words) {
    return {
      verdict: 'not-article',
      reasons: [
        'No article text was found. The link is saved.',
        `${count(words)} of ${visibleWords} visible ones were kept.`,
      ],
    }
  }
  if (linked > 0.75 && !isArticle) return { verdict: 'not-article', reasons: ['The page is a list of links.'] }
  if (readingWords > shortPage && words < partOf * readingWords) {
    return {
      verdict: 'partial',
      reasons: [`Only ${count(words)} of about ${readingWords} that read like text were kept.`],
    }
  }
  return { verdict: 'complete', reasons: [] }
}

const fewWords = 60
const shortPage = 150
const longArticle = 1_500
const paidPreview = 400
const manyTimes = 8
const partOf = 0.4

const challenge =
  /verify(ing)? (that )?you are (a )?human|are you a robot|checking your browser|enable javascript and cookies to continue|unusual traffic|captcha|just a moment/i
const errorTitle =
  /^(error\s*)?(4\d\d|5\d\d)\b|\b(404|403|410|500|502|503)\b.{0,20}\b(error|not found|forbidden)|page (was |could )?not (be )?found|page (doesn'|does no)t exist|not found$|access denied|forbidden$|seite nicht gefunden|page introuvable|p[áa]gina no encontrada|service unavailable|bad gateway/i
const signIn =
  /\b(sign|log) ?in\b.{0,60}\b(continue|read|view|account|to)|please (sign|log) ?in|anmelden, um|connectez-vous/i
const signInTitle = /^(sign|log) ?in\b|^(anmelden|einloggen|connexion|iniciar sesión|accedi)\b/i
const payWall =
  /subscribe (now )?to (continue|keep|read)|to continue reading|continue reading (this|with|by)|this (article|content|story) is (for|available to) (paid )?(subscribers|members)|(already|become) a (subscriber|member)\??|become a paid subscriber|(weiterlesen|lesen sie weiter) mit|réservé aux abonnés|para seguir leyendo/i

function count(words: number): string {
  return words === 1 ? '1 word' : `${words} words`
}
