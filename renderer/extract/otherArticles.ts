// Sites whose pages go on with another article where one ends: it stands below the first as whole as that one, under a title of its own.
import { folded } from './folded.ts'
import { plainText } from './measureText.ts'

/** Call only for a page that says it is an article: in a thread each post is one. */
export function removeOtherArticles(body: Element, title: string): void {
  const articles = [...body.querySelectorAll('article')].filter((one) => one.parentElement?.closest('article') === null)
  const titled = articles.flatMap((article) => {
    const heading = article.querySelector('h1')
    return heading ? [{ article, called: folded(plainText(heading)) }] : []
  })
  const [own, ...others] = titled
  if (!own || own.called === '' || !isSame(own.called, folded(title))) return
  for (const { article, called } of others) if (!isSame(called, own.called)) article.remove()
}

function isSame(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}
