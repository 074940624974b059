// Brings mathematics into one form: MathML without its annotations; TeX source where the page has nothing else.
import { findCalled } from './called.ts'
import type { Draft } from './draft.ts'

export function mathematics({ document, called }: Draft) {
  for (const container of findCalled(document, rendered, called)) if (container.isConnected) replaceRendered(container)
  for (const script of document.querySelectorAll('script[type^="math/"]')) replaceScript(script)
  for (const preview of findCalled(document, leftovers, called)) preview.remove()
  for (const math of document.querySelectorAll('math')) simplify(math)
}

/** What KaTeX, MathJax 2 and 3 and MediaWiki draw, with MathML inside for those who cannot see the drawing. */
const rendered =
  '.katex-display .katex mjx-container .MathJax_Display .MathJax_SVG_Display .MathJax .MathJax_SVG .mwe-math-element'.split(
    ' ',
  )
const leftovers = '.MathJax_Preview .MathJax_Display:empty mjx-assistive-mml .MJX_Assistive_MathML'.split(' ')
const texAnnotation =
  'annotation[encoding="application/x-tex"], annotation[encoding="TeX"], annotation[encoding="LaTeX"]'

function replaceRendered(container: Element) {
  const math = container.querySelector('math')
  const isBlock = container.matches(
    '.katex-display, .MathJax_Display, .MathJax_SVG_Display, mjx-container[display=true], .mwe-math-element-block',
  )
  if (math) {
    if (isBlock) math.setAttribute('display', 'block')
    container.replaceWith(math)
    // MathJax 2 leaves its source beside what it has drawn.
    return
  }
  const tex = container.querySelector(texAnnotation)?.textContent
  const data = container.getAttribute('data-mathml')
  if (tex) container.replaceWith(texElement(container.ownerDocument, tex, isBlock))
  else if (data !== null || container.nextElementSibling?.matches('script[type^="math/"]')) container.remove()
}

function replaceScript(script: Element) {
  const type = script.getAttribute('type') ?? ''
  const before = script.previousElementSibling
  const isDrawn = before?.localName === 'math' || before?.querySelector('math')
  const source = (script.textContent ?? '').trim()
  if (isDrawn || source === '' || !type.startsWith('math/tex')) {
    script.remove()
    return
  }
  script.replaceWith(texElement(script.ownerDocument, source, /mode\s*=\s*display/.test(type)))
}

function texElement(document: Document, source: string, isBlock: boolean): Element {
  const code = document.createElement('code')
  code.className = isBlock ? 'offprint-tex offprint-tex-block' : 'offprint-tex'
  code.textContent = source
  return code
}

/** Annotations go, `semantics` becomes what it wraps, HTML in text becomes its text. */
function simplify(math: Element) {
  for (const semantics of math.querySelectorAll('semantics')) {
    const [meant] = [...semantics.children].filter((child) => !child.localName.startsWith('annotation'))
    if (meant) semantics.replaceWith(meant)
    else semantics.remove()
  }
  for (const annotation of math.querySelectorAll('annotation, annotation-xml')) annotation.remove()
  for (const text of math.querySelectorAll('mtext, mi, mo, mn, ms')) {
    if (text.childElementCount > 0) text.textContent = text.textContent ?? ''
  }
  if (math.getAttribute('mode') === 'display') math.setAttribute('display', 'block')
}
