// Asks Mozilla's Readability which text of a page is its article. It works on a copy and answers in terms of the original's text nodes, so
// that the article can be built from the page's own structure, which Readability bends on its way.
import { Readability } from '@mozilla/readability'
import { removeDoubted } from './doubt.ts'

/** The text nodes of the document's body that belong to the article; empty when there is none. */
export function readableText(document: Document): Set<Text> {
  let best: Set<Text> = new Set()
  let bestLength = 0
  for (const flags of attempts) {
    const found = attempt(document, flags)
    const length = lengthOf(found)
    if (length > bestLength) {
      best = found
      bestLength = length
    }
    if (length >= enoughCharacters) return found
  }
  return best
}

/** Readability tries again, less strictly each time, when it has found less. Its own way of starting over writes HTML, which our policy refuses. */
const enoughCharacters = 500
const stripUnlikely = 1
const weightClasses = 2
const cleanConditionally = 4
const attempts = [
  stripUnlikely | weightClasses | cleanConditionally,
  weightClasses | cleanConditionally,
  cleanConditionally,
  0,
]

function attempt(document: Document, flags: number): Set<Text> {
  const copy = document.cloneNode(true) as Document
  const originals = new Map<Node, Text>()
  const there = textNodes(document.body)
  const here = textNodes(copy.body)
  there.forEach((node, index) => {
    const twin = here[index]
    if (twin) originals.set(twin, node)
  })
  removeDoubted(copy)
  const kept = new Set<Text>()
  const collect = (root: Node) => {
    for (const node of textNodes(root)) {
      const original = originals.get(node)
      if (original && original.data.trim() !== '') kept.add(original)
    }
    return ''
  }
  const reader = new Readability(copy, {
    charThreshold: -1,
    disableJSONLD: true,
    keepClasses: true,
    serializer: collect,
  })
  Object.assign(reader, { _flags: flags })
  reader.parse()
  return kept
}

function textNodes(root: Node): Text[] {
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  return nodes
}

/** In characters of a text with spaces: a character of Han, kana or Hangul says as much as three letters. */
function lengthOf(nodes: ReadonlySet<Text>): number {
  let length = 0
  for (const { data } of nodes) {
    length += data.replace(/\s+/g, ' ').trim().length + 2 * (data.match(dense)?.length ?? 0)
  }
  return length
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
