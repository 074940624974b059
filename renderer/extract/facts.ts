// A list of facts about the one thing that a page is about: an object in a collection, an event, a product.
import { isBefore } from './isBefore.ts'
import { isOfFacts } from './keepWholes.ts'
import { linkShare } from './measureText.ts'
import { isInFurniture } from './readingText.ts'

/** What the thing is called, measures, costs, where and when it is: terms with a word or two each, below the heading of the page. Many such lists are of as many things. */
export function boxesOfFacts(body: Element): Element[] {
  const heading = body.querySelector('h1')
  if (!heading) return []
  const found = [...body.querySelectorAll('main dl, article dl, [role=main] dl')].filter(
    (list) =>
      isOfFacts(list) &&
      list.querySelector('form, button') === null &&
      linkShare(list) < mostLinked &&
      isBefore(heading, list) &&
      !isInFurniture(list),
  )
  return found.length <= mostOfOneThing ? found : []
}

/** The page may part them in two: how it is, how it is sold. */
const mostOfOneThing = 2
const mostLinked = 0.3
