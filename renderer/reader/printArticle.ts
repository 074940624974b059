// Prints an article, or keeps it as a PDF where the person says.
import { askOrSay } from '../app/bridge.ts'
import { say } from '../app/toasts.ts'
import { article as articleById, body, record as recordOf } from '../library/articles.ts'
import { printPage } from './printPage.ts'
import { words } from './words.ts'

export async function printArticle(id: string | undefined, to: 'printer' | 'pdf') {
  if (id === undefined) return
  const [article, text, record] = await Promise.all([articleById(id), body(id), recordOf(id)])
  if (!article || !text) return say(words.noText, { isProblem: true })
  const html = printPage({ article, record, html: text.html }, { isNumbered: to === 'printer' })
  const done = await askOrSay('print.article', { title: article.title.slice(0, 150), html, to })
  if (done?.kind === 'saved') say(words.pdfSaved(done.name))
  if (done?.kind === 'failed') say(words.notPrinted, { isProblem: true })
}
