// A text file says no title: its first line is one when it stands by itself, else the file has a name.

const longest = 120

/** Undefined for a page that is more than one preformatted text, as browsers show a text file. `url`: its address. */
export function titleOfPlainText(document: Document, url: URL): string | undefined {
  const [text, ...others] = document.body.children
  if (text?.localName !== 'pre' || others.length > 0) return undefined
  const [first = '', next = ''] = (text.textContent ?? '').trimStart().split('\n', 2)
  const line = first.replace(/^#+\s+/, '').trim()
  const isUnderlined = /^\s*([=*~-])\1{2,}\s*$/.test(next)
  if (line !== '' && line.length <= longest && (next.trim() === '' || isUnderlined) && /\p{L}/u.test(line)) return line
  return nameOf(url)
}

function nameOf({ pathname }: URL): string | undefined {
  const name = pathname.split('/').findLast((part) => part !== '')
  try {
    return name === undefined ? undefined : decodeURIComponent(name)
  } catch {
    return name // not written as an address should be
  }
}
