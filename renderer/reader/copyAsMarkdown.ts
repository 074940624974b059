import { askOrSay } from '../app/bridge.ts'
import { say } from '../app/toasts.ts'
import { article, body } from '../library/articles.ts'
import { articleToMarkdown } from './articleToMarkdown.ts'
import { words } from './words.ts'

export async function copyAsMarkdown(id: string | undefined) {
  if (id === undefined) return
  const [row, content] = await Promise.all([article(id), body(id)])
  if (!row || !content) return say(words.noText, { isProblem: true })
  if ((await askOrSay('clipboard.write', articleToMarkdown(row, content.html))) !== undefined) say(words.markdownCopied)
}
