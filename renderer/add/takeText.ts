// Links that were pasted or dropped, or came from a second start: saved at once when they are few, asked about when they are many.
import { saveLinksOrAsk } from '../app/captures.ts'
import { openLayer } from '../app/layers.ts'
import { say } from '../app/toasts.ts'
import { linksBehind, linksIn } from './linksIn.ts'
import { linksInFile } from './linksInFile.ts'
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

/**
 * What was copied or dragged as text. Where only its words lead somewhere, as in a page that it comes from, the addresses nobody has seen are
 * shown in the field first.
 */
export function takePassage(data: DataTransfer) {
  const behind = linksBehind(data)
  if (behind.length === 0) takeText(data.getData('text/plain'))
  else if (behind.length >= manyLinks) takeLinks(behind)
  else openLayer({ kind: 'add', text: behind.join('\n'), isList: true })
}

export async function takeDrop(data: DataTransfer) {
  const files = [...data.files]
  const list = data.getData('text/uri-list')
  if (list !== '' && files.length === 0) return takeText(list)
  if (files.length === 0) return takePassage(data)
  if (files.some(({ size }) => size > mostFileBytes)) return say(words.tooLarge)
  const found = await Promise.all(files.map(linksInFile))
  if (found.every((links) => links === undefined)) return say(words.noList)
  takeLinks([...new Set(found.flatMap((links) => links ?? []))])
}
