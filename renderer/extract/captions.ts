// What is said of a picture: the caption and the credit tied to it in a figure, however the page has set them.
import { findCalled, type Called } from './called.ts'
import { boxOf } from './layoutMarks.ts'
import { hasText, linkShare, names, plainText, textStart, withFoldedSpace } from './measureText.ts'
import { isData } from './tables.ts'

export function tieCaptions(document: Document, called: Called) {
  for (const table of document.querySelectorAll('table')) tableToFigure(table)
  const isLong = new Map<Element, boolean>()
  for (const image of document.querySelectorAll('img')) tieCaption(image, isLong)
  for (const caption of findCalled(document, loneCaptions, called)) setApart(caption)
  for (const figure of document.querySelectorAll('figure')) gatherCaption(figure)
  for (const caption of document.querySelectorAll('figcaption')) {
    partSentences(caption)
    markCredit(caption)
  }
}

const loneCaptions = ['[class*=caption i]', '[id*=caption i]', '[class*=-desc i]']

const captionName =
  /(^| )(?:(?:img|image|photo|pic)[-_]?)?cap( |$)|(^|[-_ ])(caption|captions|cutline|legend|imagecaption|image-caption|photo-?credit|image-?credit)([-_ ]|$)|wp-caption-text|gallerytext|image-description|img_descr|[cC]aptionText|[a-z]caption([-_ ]|$)/i
const creditName =
  /(^|[-_ ])(credit|credits|copyright|photographer|image-?source|attribution)([-_ ]|$)|credit(Text)?([-_ ]|$)/i

/** A caption in an element of its own beside the picture makes a figure of both. `isLong`: what is known of elements around pictures. */
function tieCaption(image: HTMLImageElement, isLong: Map<Element, boolean>) {
  if (image.closest('figure, pre')) return
  const table = image.closest('table')
  if (table && isData(table)) return
  let around: Element = image
  for (let level = 0; level < 4; level++) {
    const parent: Element | null = around.parentElement
    if (!parent || parent.matches('body, article, main, td')) return
    const caption = parent.querySelectorAll('img').length === 1 ? captionIn(parent, around) : undefined
    if (caption) {
      makeFigure(around, caption)
      isLong.clear()
      return
    }
    const isTooLong = isLong.get(parent) ?? isLonger(parent)
    isLong.set(parent, isTooLong)
    if (isTooLong) return
    around = parent
  }
}

/** A picture over its caption, in a table of one column. */
function tableToFigure(table: HTMLTableElement) {
  const cells = [...table.querySelectorAll('td')]
  const [picture, caption] = cells
  if (cells.length !== 2 || !picture || !caption || picture.parentElement === caption.parentElement) return
  const images = table.querySelectorAll('img')
  if (images.length !== 1 || !picture.querySelector('img') || plainText(picture) !== '' || !isShort(caption)) return
  if (caption.querySelector('p, div, table, ul, h1, h2, h3, h4, a') !== null || table.querySelector('th')) return
  const line = table.ownerDocument.createElement('figcaption')
  line.append(...caption.childNodes)
  const figure = table.ownerDocument.createElement('figure')
  figure.append(...picture.childNodes, line)
  table.replaceWith(figure)
}

function captionIn(parent: Element, picture: Element): Element | undefined {
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling)
    if (child !== picture && captionName.test(names(child)) && isShort(child)) return child
  const isMarked = parent.matches('[itemtype$="/ImageObject"]')
  const line = onlyLineBelow(parent, picture)
  if (!line) return undefined
  const said = plainText(line)
  return isMarked ||
    captionName.test(names(parent)) ||
    pictureName.test(names(parent)) ||
    saysWhose.test(said) ||
    isShownAs(picture, line)
    ? line
    : undefined
}

/** A large picture's own alternative text once more; below a small one it is what a sign stands for, below a link the name of what it leads to. */
function isShownAs(picture: Element, line: Element): boolean {
  const image = picture.localName === 'img' ? picture : picture.querySelector('img')
  if (!image || image.closest('a[href]') || plainText(line) !== image.getAttribute('alt')?.trim()) return false
  if (line.matches('br + span, br + small, br + em, br + i')) return true
  const width = boxOf(image)?.width ?? Number.parseInt(image.getAttribute('width') ?? '', 10)
  return width >= largePx
}

const largePx = 200

/** By whom the picture is, at the end. */
const saysWhose =
  /(?:\b(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?|credit|fotos?|bild|bilder|foto|grafik|crédit|фото)\s?(?::|by\b)|©|\b(?:Getty|Reuters|AFP|dpa|Shutterstock|Unsplash)\b).{0,60}$/iu

/** What a box is called that was made for a picture. */
const pictureName = /(^|[-_ ])(image|img|photo|picture)s?([-_ ]|$)/i

/** All that a box says, in one element below its picture. What is a link with the picture is the title of a card. */
function onlyLineBelow(box: Element, picture: Element): Element | undefined {
  let line = picture.nextElementSibling
  while (line?.localName === 'br') line = line.nextElementSibling
  if (!line?.matches('p, div, span, small, em, i') || !isShort(line) || linkShare(line) > 0 || line.closest('a[href]'))
    return undefined
  return plainText(line) === plainText(box) ? line : undefined
}

/** Of a picture or film that a script was to show: it is no line of the text, though there is nothing above it. */
function setApart(caption: Element) {
  if (
    !caption.matches('p, div, span') ||
    !loneName.test(names(caption)) ||
    caption.closest('figure, table, pre, aside, nav')
  )
    return
  if (
    plainText(caption).length < leastLone ||
    !isShort(caption) ||
    caption.querySelector('p ~ p, ul, ol, h1, h2, h3, h4, a[href]')
  )
    return
  const figure = caption.ownerDocument.createElement('figure')
  const figcaption = caption.ownerDocument.createElement('figcaption')
  caption.replaceWith(figure)
  figcaption.append(...caption.childNodes)
  figure.append(figcaption)
}

const loneName =
  /(?:^|[\s_-])(?:photo|image|img|picture|media|video|gallery)[-_]?(?:desc|description)(?:\s|$)|(?:^|\s)(?!\S*(?:code|table|chart|listing|cta|button|subscri|\btoc\b|\btabs?\b))(?:[\w-]*(?:[-_]|[a-z](?=C)))?captions?(?:_only|-text)?(?:\s|$)/i
const leastLone = 40

const maxCaption = 600

/** Than a caption may be; most that is asked about holds many times as much, and then its spaces need not be folded. */
function isLonger(element: Element): boolean {
  const start = textStart(element, 4 * maxCaption)
  if (withFoldedSpace(start).length > maxCaption) return true
  return start.length >= 4 * maxCaption && plainText(element).length > maxCaption
}

function isShort(element: Element): boolean {
  const { length } = plainText(element)
  return length > 0 && length <= maxCaption && !element.querySelector('img')
}

function makeFigure(picture: Element, caption: Element) {
  const { ownerDocument } = picture
  const figure = ownerDocument.createElement('figure')
  const figcaption = ownerDocument.createElement('figcaption')
  picture.replaceWith(figure)
  figcaption.append(...caption.childNodes)
  const credit = creditName.test(names(caption)) && !captionName.test(names(caption).replace(creditName, ''))
  if (credit) figcaption.className = 'credit'
  caption.remove()
  figure.append(picture, figcaption)
}

/** Where a style sheet parts them and the markup does not: what is to be seen, and whose the picture is. */
function partSentences(caption: Element) {
  for (const part of caption.querySelectorAll('span + span, p + span, span + p')) {
    const before = part.previousSibling?.textContent ?? ''
    if (/[.!?…”»]$/.test(before) && /^\p{Lu}/u.test(part.textContent ?? '')) part.before(' ')
  }
}

/** What is called a picture's description in its own figure belongs to the caption, which may be no more than its number. */
function gatherCaption(figure: Element) {
  for (const part of figure.querySelectorAll('a, span, small'))
    if (part.childElementCount === 0 && (largerName.test(plainText(part)) || isLabel.test(plainText(part))))
      part.remove()
  const captions = figure.querySelectorAll('figcaption')
  if (captions.length > 1 || figure.querySelectorAll('img').length !== 1) return
  const caption = captions[0] ?? figure.ownerDocument.createElement('figcaption')
  gatherRest(figure, caption)
  if (!caption.isConnected && hasText(caption)) figure.append(caption)
  for (const part of figure.querySelectorAll('div, p'))
    if (descriptionName.test(names(part)) && !caption.contains(part) && !part.contains(caption) && isShort(part))
      caption.append(' ', part)
  if (caption.nextElementSibling) figure.append(caption)
}

/** Whatever else the figure says, in a line or two: whose the picture is, or a caption in boxes. How many pictures there are is left out. */
function gatherRest(figure: Element, caption: Element) {
  if (figure.querySelector(noCaption)) return
  const rest: Text[] = []
  const walker = figure.ownerDocument.createTreeWalker(figure, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    if (text.data.trim() !== '' && !caption.contains(text)) rest.push(text)
  }
  if (rest.length === 0 || rest.length > mostParts) return
  if (rest.reduce((length, { data }) => length + data.trim().length, 0) > maxCaption) return
  if (rest.some((text) => text.parentElement?.closest('a[href]:not([href^="#"])'))) return
  for (const text of rest) {
    const part = outermost(text, figure)
    if (countOfPictures.test(text.data)) part.remove()
    else caption.append(' ', part)
  }
}

/** The element that says this and no more, or the text alone. */
function outermost(text: Text, figure: Element): ChildNode {
  let at: ChildNode = text
  while (at.parentElement && at.parentElement !== figure && at.parentElement.childNodes.length === 1)
    at = at.parentElement
  return at
}

const noCaption =
  'table, pre, blockquote, math, video, audio, iframe, ul, ol, dl, h1, h2, h3, h4, p ~ p, figure, .offprint-embed'
const mostParts = 6
/** "6" and "1 / 6" */
const countOfPictures = /^\s*\d{1,3}(?:\s*(?:\/|of|von|de|sur|di)\s*\d{1,3})?\s*$/i

/** What is read aloud before a caption or the name of whoever took the picture. */
const isLabel = /^(?:image|photo|picture) (?:caption|copyright|source|credits?)[:,]?$|^credits?(?:\.{3}|…)$/i
const largerName =
  /^(?:full[- ]size (?:image|table|figure)|(?:view|open|see|download) (?:the )?(?:full[- ]size |larger |high[- ]resolution )(?:image|figure|version))$/i
const descriptionName = /(?:^|[-_ ])(?:description|desc|caption)(?:[-_ ]|$)/i

function markCredit(caption: Element) {
  for (const part of [caption, ...caption.querySelectorAll('*')]) {
    if (!creditName.test(names(part)) || part.querySelector('img')) continue
    if (part === caption) {
      const inner = caption.ownerDocument.createElement('span')
      inner.append(...caption.childNodes)
      caption.append(inner)
      inner.className = 'offprint-credit'
    } else {
      if (part.previousSibling && !/\s$/.test(part.previousSibling.textContent ?? '')) part.before(' ')
      part.className = 'offprint-credit'
    }
    return
  }
}
