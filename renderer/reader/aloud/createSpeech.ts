// The sentences of the open article for reading aloud, and the mark on the one that is spoken.
import type { Article } from '../../../preload/article.ts'
import type { Paragraphs } from '../../extract/text.ts'
import type { Place } from '../highlights/placeQuote.ts'
import { sentencesOf } from '../highlights/sentences.ts'
import { rangesOf } from '../highlights/textRanges.ts'
import type { Speech } from './aloud.ts'
import { ruler } from './ruler.ts'

const name = 'offprint-spoken'
const topPx = 56

export function createSpeech(page: Document, article: Article, found: Paragraphs): Speech {
  // Only when one wants to hear them: a long text has thousands.
  let known: readonly Place[] | undefined
  const all = () => (known ??= sentencesOf(found, article.lang))
  const ranges = (n: number) => {
    const place = all()[n]
    return place ? rangesOf(found, place) : []
  }
  return {
    sentences: () => all().map(({ start, end }) => found.text.slice(start, end)),
    lang: article.lang,
    first: () =>
      Math.max(
        0,
        all().findIndex((_place, n) => (ranges(n)[0]?.getBoundingClientRect().top ?? 0) >= topPx - 4),
      ),
    show(sentence) {
      const frame = page.defaultView
      if (!frame) return
      frame.CSS.highlights.delete(name)
      if (sentence === undefined) return
      const marked = ranges(sentence)
      const highlight = new frame.Highlight(...marked)
      highlight.priority = 2
      frame.CSS.highlights.set(name, highlight)
      const box = marked[0]?.getBoundingClientRect()
      const height = page.documentElement.clientHeight
      if (box && (box.top < topPx || box.bottom > height - 110))
        page.scrollingElement?.scrollBy({ top: box.top - height * 0.3, behavior: 'instant' })
      const line = marked[0]?.getClientRects()[0]
      if (line) ruler.change({ y: (line.top + line.bottom) / 2 })
    },
  }
}
