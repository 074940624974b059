// Links that were pasted or dropped, or came from a second start: saved at once when they are few, asked about when they are many.
import { saveLinksOrAsk } from '../app/captures.ts'
import { openLayer } from '../app/layers.ts'
import { say } from '../app/toasts.ts'
import { linksIn, linksInHtml } from './linksIn.ts'
import { words } from './words.ts'

/** From here on a slip of the hand would be a nuisance: the count is shown first. */
const manyLinks = 25
const mostFileBytes = 20_000_000

export function takeLinks(links: readonly string[]) {
  if (links.length === 0) return say(words.noLinks)
  if (links.length >= manyLinks) return openLayer({ kind: 'addMany', links })
  void saveLinksOrAsk(links)
}

export function takeText(text: string) {
  takeLinks(linksIn(text))
}

export async function takeDrop(data: DataTransfer) {
  const files = [...data.files]
  const list = data.getData('text/uri-list')
  if (list !== '' && files.length === 0) return takeText(list)
  if (files.length === 0) return takeText(data.getData('text/plain'))
  const links: string[] = []
  for (const file of files) {
    if (file.size > mostFileBytes) return say(words.tooLarge)
    const text = await file.text()
    links.push(...(/<a\b/i.test(text) ? linksInHtml(text) : linksIn(text)))
  }
  takeLinks([...new Set(links)])
}
