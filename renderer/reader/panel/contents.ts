// The headings of the open article, and which of them one is reading under.
import { createStore } from '../../ui/createStore.ts'

export type Heading = { readonly words: string; readonly level: number; readonly element: Element }

export const contents = createStore<{ readonly headings: readonly Heading[]; readonly at: number }>({
  headings: [],
  at: -1,
})

const topPx = 90

export function readHeadings(text: Element) {
  const found = [...text.querySelectorAll('h1, h2, h3, h4, h5, h6')].flatMap((element) => {
    const words = element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    return words === '' ? [] : [{ words, level: Number(element.localName.charAt(1)), element }]
  })
  // The highest level there is stands at the edge, whatever it is called.
  const highest = Math.min(...found.map(({ level }) => level))
  contents.set({ headings: found.map((one) => ({ ...one, level: one.level - highest })), at: -1 })
}

export function followHeadings() {
  const { headings } = contents.get()
  contents.change({ at: headings.findLastIndex(({ element }) => element.getBoundingClientRect().top <= topPx) })
}

export function goToHeading({ element }: Heading) {
  const scroller = element.ownerDocument.scrollingElement
  scroller?.scrollBy({ top: element.getBoundingClientRect().top - 72, behavior: 'instant' })
}
