// Does the page say that its scripts are still at work on it? Some begin with a word or a turning wheel, and have nothing on its way meanwhile.
import { allElements, attribute, body, textContent } from './dom.ts'

/** With more text than this there is something to read, whatever turns beside it. */
const mostText = 500
/** With less than this, and nothing to look at, there is nothing. */
const hardlyAny = 40
const saysLoading =
  /^\W*(?:(?:now )?loading|please wait|one moment|just a moment|wird geladen|(?:seite )?lädt|bitte warten|chargement|veuillez patienter|cargando|caricamento|carregando|laden|laddar|ładowanie|загрузка|読み込み中|加载中|載入中|로딩)/iu
const wheels =
  '[aria-busy="true"], [role="progressbar"], [class*="spinner" i], [class*="skeleton" i], [class*="loading" i], [class*="loader" i]'

/** `textLength`: of what may be read. */
export function saysItIsMade(textLength: number): boolean {
  const own = body(document)
  if (!own || textLength > mostText) return false
  if (textLength < hardlyAny && allElements('img, canvas, svg, video, iframe, object, embed', own).length === 0)
    return true
  return allElements('h1, h2, p, div, span', own).slice(0, 200).some(isWord) || allElements(wheels, own).some(isWheel)
}

/** By itself: a sentence may begin like that. */
function isWord(element: Element): boolean {
  const words = (textContent(element) ?? '').slice(0, 200).trim()
  return words.length < hardlyAny && saysLoading.test(words) && isSeen(element)
}

/** Pictures that come late are called so too. */
function isWheel(element: Element): boolean {
  return element.localName !== 'img' && isSeen(element)
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && attribute(element, 'hidden') === null
}
