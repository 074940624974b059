// Is what was found the article, and all of it? A verdict with reasons that a person can read.
import type { Extraction } from '../../preload/contract.ts'
import { linkShare } from './measureText.ts'

export type Found = {
  readonly title: string
  readonly text: string
  readonly words: number
  /** Words that a reader of the whole page could see. */
  readonly visibleWords: number
  /** The page says that its text is for those who pay. */
  readonly forPayers: boolean
  readonly document: Document
}

export function judge(found: Found): Pick<Extraction, 'verdict' | 'reasons'> {
  const { title, text, words, visibleWords, forPayers } = found
  const start = `${title}\n${text.slice(0, 1_500)}`
  if (words < fewWords && challenge.test(start))
    return { verdict: 'wall', reasons: ['The site asked for proof that no robot is reading.'] }
  if (words < shortPage && errorTitle.test(title.trim()))
    return { verdict: 'error', reasons: [`The page says: "${title.trim()}".`] }
  if (words === 0) return { verdict: 'not-article', reasons: ['No article text was found. The link is saved.'] }
  if (words < fewWords && (signIn.test(start) || signInTitle.test(title.trim())))
    return { verdict: 'wall', reasons: ['The page asks to sign in.'] }
  const end = text.slice(-1_000)
  if (words < longArticle && payWall.test(end))
    return { verdict: 'wall', reasons: ['The text ends where the page asks to subscribe.'] }
  if (forPayers && words < paidPreview) {
    return {
      verdict: 'wall',
      reasons: ['The page says that the whole text is for subscribers.', `${count(words)} were found.`],
    }
  }
  if (words < fewWords && visibleWords > manyTimes * Math.max(words, 1)) {
    return {
      verdict: 'not-article',
      reasons: [
        'No article text was found. The link is saved.',
        `${count(words)} of ${visibleWords} visible ones were kept.`,
      ],
    }
  }
  if (words < shortPage && visibleWords > manyTimes * words) {
    return { verdict: 'partial', reasons: [`Only ${count(words)} of ${visibleWords} visible ones were kept.`] }
  }
  if (visibleWords > 200 && words < 0.5 * visibleWords && linkShare(found.document.body) > 0.9) {
    return { verdict: 'not-article', reasons: ['The page is a list of links.'] }
  }
  return { verdict: 'complete', reasons: [] }
}

const fewWords = 60
const shortPage = 150
const longArticle = 1_500
const paidPreview = 400
const manyTimes = 8

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
