import { findByAddress } from '../library/findByAddress.ts'

/** The article kept of that address, as it is written in the text; undefined when none is, or it is in the Trash. */
export async function keptArticle(url: string): Promise<string | undefined> {
  const plain = url.replace(/#.*$/, '')
  const found = await findByAddress([plain, plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`])
  return found && !found.trashed ? found.id : undefined
}
