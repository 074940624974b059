// Files of text that are no pages: Markdown, data, programs. Chromium hands some of them over as downloads and sets others in its own way; here all
// are shown as the text that they are.

const text = /^text\/(?!html$|plain$|xml$|calendar$|(?:x-)?vcard$)[\w.+-]+$/
const alsoText =
  /^application\/(?:(?:x-)?(?:javascript|ecmascript|json|ndjson|json-?lines|yaml|toml|sh|tex|latex|subrip|sql)|[\w.-]+\+(?:json|yaml))$/
/** By their own rules they are nothing else. */
const inUtf8 = /json|yaml|toml|markdown/

/** What the answer is to be read as; undefined where it is right as it is. */
export function asPlainText(contentType: string | undefined): string | undefined {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim())
  const name = type.toLowerCase()
  if (!text.test(name) && !alsoText.test(name)) return undefined
  const charset = parameters.find((one) => /^charset=/i.test(one)) ?? (inUtf8.test(name) ? 'charset=utf-8' : undefined)
  return charset === undefined ? 'text/plain' : `text/plain; ${charset}`
}
