// HTML by chance, of the pieces that sanitisers have stumbled over. The same seed gives the same tree.

export function hostileTree(seed: number): string {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T // the index is below the length
  const parts: string[] = []
  const open: string[] = []
  const length = 5 + Math.floor(random() * 60)
  for (let n = 0; n < length; n++) {
    const dice = random()
    if (dice < 0.5) {
      const name = pick(elements)
      const count = Math.floor(random() * 3)
      const attributes = Array.from({ length: count }, () => ` ${attribute(pick, random)}`).join('')
      parts.push(`<${name}${attributes}${random() < 0.1 ? '/' : ''}>`)
      open.push(name)
    } else if (dice < 0.7 && open.length > 0) {
      // Usually the one that is open, sometimes another: misnesting is where parsers and printers part.
      parts.push(`</${random() < 0.7 ? open.pop() : pick(elements)}>`)
    } else if (dice < 0.85) {
      parts.push(pick(texts))
    } else {
      parts.push(pick(fragments))
    }
  }
  return parts.join('')
}

function attribute(pick: <T>(list: readonly T[]) => T, random: () => number): string {
  const name = pick(attributeNames)
  const value = pick(attributeValues)
  const quote = pick(['"', "'", '"', ''])
  return random() < 0.1
    ? name
    : `${name}=${quote}${quote === '' ? value.replace(/[\s>]/g, '') : value.replaceAll(quote, '')}${quote}`
}

const elements = (
  'a b i u p div span table tr td th tbody caption colgroup col ul li dl dt h1 form input button select option optgroup textarea svg math mi mo mn ' +
  'ms mtext mglyph malignmark annotation-xml semantics foreignObject desc title style script noscript template iframe noembed noframes xmp ' +
  'plaintext listing pre img image video source picture object embed base link meta body head html frameset frame details summary dialog font ' +
  'nobr ruby rt rp figure figcaption br hr x-y slot keygen isindex marquee animate set use path mrow maction section address blockquote code'
).split(' ')

const attributeNames = (
  'href src srcset style onerror onload onclick onfocus autofocus id name class title alt xlink:href xmlns encoding definitionURL data action ' +
  'formaction target ping poster background is slot data-x srcdoc open shadowrootmode attributeName to values type colspan width'
).split(' ')

const attributeValues = [
  'javascript:parent.hit()',
  'java\tscript:parent.hit()',
  ' javascript:parent.hit()',
  'hit()',
  'x',
  '#x',
  'http://127.0.0.1:1/a',
  '//127.0.0.1:1/a',
  'data:text/html,<script>parent.hit()</scr' + 'ipt>',
  '</style><img src=x onerror=hit()>',
  '--><img src=x onerror=hit()>',
  '</noscript><img src=x onerror=hit()>',
  '</title><img src=x onerror=hit()>',
  '<img src=x onerror=hit()>',
  'text/html',
  'http://www.w3.org/2000/svg',
  'attributes',
  'nodeName',
  'background:url(http://127.0.0.1:1/s)',
  'href',
  'open',
  'user-content-x',
  '99999999',
  `offprint-asset:${'0'.repeat(64)}.png`,
]

const texts = [
  'text',
  ' ',
  '\n',
  '\0',
  '&lt;img src=x onerror=hit()&gt;',
  '&amp;lt;',
  '\u2028',
  '\u202e',
  'hit()',
  '}',
  ']]>',
]

const fragments = [
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<?x',
  '</',
  '<',
  '</style>',
  '</svg>',
  '</math>',
  '</p>',
  '</br>',
  '</table>',
  '</form>',
  '<img src=x onerror=hit()>',
  '<svg onload=hit()>',
  '<script>hit()</scr' + 'ipt>',
  '<style><!--</style><img src=x onerror=hit()>',
  '<p title="</noscript><img src=x onerror=hit()>">',
  '<math><mtext><table><mglyph><style>',
]

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
