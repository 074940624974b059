// Words that stand on a page for its machinery: what is shown until a script has come with something, links past the head for those who go by
// keyboard, the names by which a font of icons knows its signs. Once the page is kept, they wait for nothing, lead nowhere and draw nothing.
import { findCalled } from './called.ts'
import type { Draft } from './draft.ts'

export function placeholders({ document, called }: Draft) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const waiting: Text[] = []
  while (walker.nextNode()) {
    const text = walker.currentNode as Text // the walker shows nothing else
    const line = text.length > longest ? '' : text.data.trim()
    if (line === '' || !mayWait.test(line)) continue
    if ((waits.test(line) || unfolds.test(line) || enlarges.test(line) || folds.test(line)) && isWholeLine(text))
      waiting.push(text)
  }
  for (const text of waiting) text.remove()
  for (const icon of findCalled(document.body, icons, called))
    if (iconName.test((icon.textContent ?? '').trim())) icon.remove()
  showMailAddresses(document.body)
  for (const link of document.body.querySelectorAll('a[href^="#"]'))
    if (leadsPast.test((link.textContent ?? '').trim()) && isWholeLine(link)) link.remove()
}

/** "[email protected]": some hosts hide addresses of mail from collectors and leave it to a script to show them. The first byte is what every other is hidden by. */
function showMailAddresses(body: Element) {
  for (const link of body.querySelectorAll('a[href*="/cdn-cgi/l/email-protection#"]')) {
    const address = mailAddress(link.getAttribute('href')?.split('#')[1] ?? '')
    if (address !== undefined) link.setAttribute('href', `mailto:${address}`)
  }
  for (const hidden of body.querySelectorAll('[data-cfemail]')) {
    const address = mailAddress(hidden.getAttribute('data-cfemail') ?? '')
    if (address === undefined) continue
    hidden.textContent = address
    hidden.closest('a')?.setAttribute('href', `mailto:${address}`)
  }
}

function mailAddress(hidden: string): string | undefined {
  const [key = 0, ...bytes] = (hidden.match(/[0-9a-f]{2}/gi) ?? []).map((byte) => parseInt(byte, 16))
  const address = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key))
  return /^[^\s<>"?&]+@[^\s<>"?&@]+\.[^\s<>"?&@]+$/.test(address) ? address : undefined
}

/** Characters, spaces of the markup around it included. */
const longest = 200

/** Of nearly all lines it is known by this alone that they wait for nothing. */
const mayWait = /\.\.\.|…|\bcaptions?$|\bto (?:view|see|open|enlarge|zoom|expand)/i
/** It ends in the three dots of what goes on: "Loading" alone may be the name of something. */
const waits =
  /^(please wait\W+)?(loading|wird geladen|chargement|cargando|carregando|caricamento|laden|загрузка|加载中|載入中|読み込み中)( [\p{L}_]{1,20}){0,2}\s?(\.{3}|…)$/iu

/** What stands below a quote that is shown in part, as programs of threads say it in the languages they come in. */
const unfolds =
  /^((click|tap) (here )?to (expand|shrink|collapse|enlarge|show more)|zum (vergrößern|verkleinern|erweitern|ausklappen) (an)?klicken|cliquez pour (agrandir|réduire|développer)|(haz )?clic (aquí )?para (expandir|ampliar|reducir)|clicca per (espandere|ingrandire|ridurre)|clique para (expandir|ampliar)|klik om te (vergroten|verkleinen|openen)|kliknij,? aby (rozwinąć|powiększyć|zwinąć)|нажмите,? чтобы (раскрыть|увеличить|свернуть))\s?(\.{3,4}|…)$/iu

/** On a picture. */
const folds = /^\s*(?:hide|show|toggle) captions?\s*$/i
/** Over a picture, for those who do not see that it can be pressed. */
const enlarges =
  /^\s*(press enter or )?(click|tap|press) (here )?to (view|see|open|enlarge|zoom|expand)( in| on)?( (the|this))?( (image|picture|photo|figure))?( (in|to|at))?( full)?[- ]?(size|screen|resolution)?\s*$/i

const icons = ['[class*=material-icons]', '[class*=material-symbols]', 'mat-icon']
const iconName = /^[a-z0-9]+(_[a-z0-9]+)*$/

const leadsPast =
  /^(skip|jump) (to|past|over) (the )?(main |page )?(content|navigation|nav|menu|search|footer|article|top|bottom|end)( of \p{L}+)?$|^(direkt )?zum (haupt)?inhalt( springen)?$|^aller au contenu( principal)?$|^(saltar|ir) al contenido( principal)?$/iu

/** In a sentence, in code and in a formula these are words like others. */
function isWholeLine(node: ChildNode): boolean {
  const { parentElement } = node
  if (!parentElement || parentElement.closest('pre, code, kbd, samp, q, math, textarea')) return false
  if (isText(node.previousSibling) || isText(node.nextSibling)) return false
  return !parentElement.matches(inLine) || isWholeLine(parentElement)
}

function isText(beside: Node | null): boolean {
  if (beside === null || (beside.textContent ?? '').trim() === '') return false
  return beside.nodeType === 3 || (beside.nodeType === 1 && (beside as Element).matches(inLine))
}

const inLine = 'a, abbr, b, cite, code, em, i, mark, q, small, span, strong, sub, sup, u'
