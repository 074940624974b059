// Is what was found the article, and all of it? A verdict with reasons that a person can read.
import type { Verdict } from '../../preload/article.ts'
import type { Extraction } from '../../preload/extraction.ts'
import { englishReasonWords, type Reason } from '../../preload/reason.ts'
import { robotWords } from '../../preload/robotWords.ts'
import type { WallMarks } from './wallMarks.ts'
import { lockedWords, payWords, signInToRead } from './wallWords.ts'

export type Found = {
  readonly title: string
  readonly text: string
  /** What was cut from its end. */
  readonly tail: string
  /** What can be seen on the page right below it. */
  readonly below: string
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
  readonly wall: WallMarks
}

type Judged = Pick<Extraction, 'verdict' | 'reasons' | 'because'>
type Judge = (found: Found) => Judged | undefined

export function judge(found: Found): Judged {
  for (const one of judges) {
    const judged = one(found)
    if (judged) return judged
  }
  return { verdict: 'complete', reasons: [] }
}

/** The first that has something to say is right. */
const judges: readonly Judge[] = [
  robotCheck,
  errorPage,
  signInWall,
  payWall,
  consentWall,
  nothing,
  unmade,
  little,
  links,
  part,
]

const fewWords = 60
const shortPage = 150
const shortArticle = 500
const longArticle = 1_500
const paidPreview = 400
const lockedPreview = 600
const errorCharacters = 300
const manyTimes = 8
const partOf = 0.4

function robotCheck({ title, text, words, visibleWords, wall }: Found): Judged | undefined {
  const isShort = words < fewWords && visibleWords < 2 * shortPage
  const start = `${title}\n${text.slice(0, 1_500)}\n${wall.opening.slice(0, 1_500)}`
  const isChecking = robotWords.test(start) || (wall.hasChallenge && waitingTitle.test(title.trim()))
  return isShort && isChecking ? said('wall', { code: 'robot-check' }) : undefined
}

function errorPage({ title, text, words, wall, isArticle }: Found): Judged | undefined {
  if (words >= shortPage) return undefined
  if (errorTitle.test(title.trim())) return said('error', { code: 'error-page', title: title.trim() })
  if (words >= fewWords || isArticle) return undefined
  // The title may be the site's, and only the page itself say that there is none.
  const said404 = errorWords.exec(`${text.slice(0, errorCharacters)}\n${wall.opening.slice(0, errorCharacters)}`)?.[0]
  return said404 === undefined ? undefined : said('error', { code: 'error-page', title: said404.trim() })
}

function signInWall(found: Found): Judged | undefined {
  const { title, text, tail, words, visibleWords, wall } = found
  const start = `${title}\n${text.slice(0, 1_500)}`
  // Shops and forums speak of signing in at the top of every page: what stands around the text counts only where there is little of it.
  const around = visibleWords < 2 * shortPage ? wall.opening : ''
  const isDoor = words < fewWords && (signIn.test(`${start}\n${around}`) || signInTitle.test(title.trim()))
  const asks = wall.asksForPassword && words < shortArticle && signIn.test(`${endOf(found)}\n${around}`)
  const endsThere = words < longArticle && signInToRead.test(`${text.slice(-600)}\n${tail.slice(0, 600)}`)
  if (!isDoor && !asks && !endsThere) return undefined
  return words === 0 && !isDoor ? undefined : said('wall', { code: 'sign-in-wall', ...visible(found) })
}

function payWall(found: Found): Judged | undefined {
  const { words, forPayers, wall, below } = found
  const endsThere = words < longArticle && payWords.test(endOf(found))
  const isPreview = words < paidPreview && (forPayers || (wall.hasPayWall && payWords.test(wall.opening)))
  const isLocked = words < lockedPreview && lockedWords.test(`${endOf(found)}\n${below}`)
  return endsThere || isPreview || isLocked ? said('wall', { code: 'pay-wall', ...visible(found) }) : undefined
}

function consentWall(found: Found): Judged | undefined {
  const { words, wall } = found
  return words < fewWords && consentWords.test(wall.opening)
    ? said('wall', { code: 'consent-wall', ...visible(found) })
    : undefined
}

function nothing({ words }: Found): Judged | undefined {
  if (words > 0) return undefined
  return said('not-article', { code: 'no-article' })
}

/** A page that its scripts were still to make. */
function unmade({ text, words, isArticle }: Found): Judged | undefined {
  if (words >= fewWords || isArticle || !(words < fewWordsOfAWheel ? waiting : wantsScripts).test(text.trim()))
    return undefined
  return said('not-article', { code: 'no-article' })
}

function little({ words, visibleWords, readingWords, isArticle }: Found): Judged | undefined {
  const isLittle = words < fewWords && visibleWords > manyTimes * words && !isArticle
  if (!isLittle || readingWords <= 2 * words) return undefined
  return said('not-article', { code: 'no-article' }, { code: 'little-kept', words, visible: visibleWords })
}

function links({ linked, isArticle }: Found): Judged | undefined {
  if (linked <= 0.75 || isArticle) return undefined
  return said('not-article', { code: 'list-of-links' })
}

function part({ text, tail, words, readingWords, wall }: Found): Judged | undefined {
  if (readingWords > shortPage && words < partOf * readingWords) {
    return said('partial', { code: 'part-kept', words, of: readingWords })
  }
  const end = text.trimEnd().slice(-200)
  const whole = wall.wholeWords ?? 0
  if (words < longArticle && (cutOff.test(end) || (ellipsis.test(end) && cutOff.test(tail.slice(0, 200)))))
    return said('partial', { code: 'breaks-off', ...visible({ words, wall }), offersMore: true })
  if (ellipsis.test(end) && whole > 2 * words)
    return said('partial', { code: 'breaks-off', ...visible({ words, wall }), offersMore: false })
  return undefined
}

function said(verdict: Verdict, ...because: Reason[]): Judged {
  return { verdict, reasons: because.map(englishReasonWords), because }
}

/** A hint at the whole that is hardly more than what is there is none. */
function visible({ words, wall }: Pick<Found, 'words'> & { readonly wall: Pick<WallMarks, 'wholeWords'> }) {
  const { wholeWords = 0 } = wall
  return { words, ...(wholeWords > words * 1.2 + 20 && { of: rounded(wholeWords) }) }
}

function rounded(words: number): number {
  const step = words < 200 ? 10 : 50
  return Math.round(words / step) * step
}

function endOf({ text, tail, words }: Found): string {
  return words < shortPage ? `${text}\n${tail.slice(0, 1_000)}` : `${text.slice(-1_000)}\n${tail.slice(0, 1_000)}`
}

const waitingTitle = /^(just a |one |please )?(moment|wait)|attention required|security check|access to this page|^$/i
const errorTitle =
  /^(error\s*)?(4\d\d|5\d\d)\b|\b(404|403|410|500|502|503)\b.{0,20}\b(error|not found|forbidden)|page (was |could )?not (be )?found|page (doesn'|does no)t exist|not found$|access denied|forbidden$|seite nicht gefunden|page introuvable|p[áa]gina no encontrada|service unavailable|bad gateway/i
const errorWords =
  /(can(no|'|’)t (seem to )?find (the|this|that) page|page (that )?(you('|’)re|you are|you were) (looking for|requested|trying to reach)[^.]{0,40}|page (is |has been )?(no longer (available|exists?)|not available|removed)|something went wrong|an (unexpected )?error (has )?occurred|seite (wurde )?nicht gefunden|seite existiert (leider )?nicht( mehr)?|page introuvable|cette page n[’']existe (pas|plus)|p[áa]gina no (encontrada|existe)|pagina non trovata|(this )?domain (name )?(is|may be) for sale)/i
const signIn =
  /\b(sign|log) ?in\b.{0,60}\b(continue|read(ing)?|view|account|to|go on)|please (sign|log) ?in|(anmelden|einloggen), um|bitte (melden|loggen)|connectez-vous|inicia sesión|accedi per/i
const signInTitle = /^(sign|log) ?in\b|^(anmelden|einloggen|connexion|iniciar sesión|accedi)\b/i
const consentWords =
  /(before you continue|we (and our \S+ partners )?(value|care about) your privacy|accept (all )?cookies (to|and) (continue|read)|cookies akzeptieren und weiter|accepter et continuer|aceptar y continuar)/i
const fewWordsOfAWheel = 5
const waiting =
  /^\W*(loading|please wait|one moment|wird geladen|(seite )?lädt|bitte warten|chargement|veuillez patienter|cargando|caricamento|carregando|laden|загрузка|読み込み中|加载中)/i
const wantsScripts =
  /\b(enable|activate|turn on|requires?|need) (to (enable|activate) )?javascript\b|\bjavascript (is )?(required|disabled|aktivieren)|activer javascript|javascript in (ihrem|deinem) browser/i
const ellipsis = /(…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\))\s*$/
const cutOff =
  /(…|\.\.\.|\[…\]|\[\.\.\.\])?\s*\b((continue|keep) reading|read (more|on|the (full|rest|whole)[^.]{0,40})|weiterlesen|lire la suite|leer más|seguir leyendo)\s*[→»>…]*\s*$/i
