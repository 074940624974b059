// Reads the rows of a list. Few questions at a time, always for what is on the screen now: whoever flings the list past ten thousand rows
// waits for those where it stops, and not for all that went by.
import type { Article } from '../../preload/article.ts'
import { articlesByIds } from '../library/articles.ts'

/** Rows read ahead on both sides, when fewer than `least` of them are there already. */
const ahead = 40
const least = 20
/** What is on the screen now does not wait for the answer about what was on it a moment ago: most of that time is spent on the way. */
const questionsAtOnce = 2
/** Kept at most: what was on the screen a moment ago is shown at once. */
const mostKept = 300

/** Places in the list, both included. */
export type Span = { readonly from: number; readonly to: number }

const nowhere: Span = { from: 0, to: -1 }

export function createRowReader(first: readonly Article[]) {
  let articles: ReadonlyMap<string, Article> = new Map(first.map((article) => [article.id, article]))
  let show: (articles: ReadonlyMap<string, Article>) => void = () => undefined
  const stale = new Set<string>()
  const lost = new Set<string>()
  let ids: readonly string[] = []
  let screen = nowhere
  let whole = nowhere
  const asked = new Set<string>()
  let questions = 0

  const isDue = (id: string) => (!articles.has(id) || stale.has(id)) && !lost.has(id) && !asked.has(id)
  const due = ({ from, to }: Span, around: number) =>
    ids.slice(Math.max(0, from - around), to + 1 + around).filter(isDue)
  const next = () => {
    const now = due(screen, 0)
    if (now.length > 0 || asked.size > 0) return now
    return due(screen, least).length > 0 ? due(screen, ahead) : []
  }
  /** What is drawn when the next screen is not known in time is the one before, even if nothing had to be read for it. */
  const note = (span: Span) => {
    if (ids.slice(span.from, span.to + 1).every((id) => articles.has(id))) whole = span
  }
  async function read() {
    if (questions === questionsAtOnce) return
    questions += 1
    try {
      for (let some = next(); some.length > 0; some = next()) await ask(some, screen)
    } catch (error) {
      // The connection is gone; the library opens it again or says so itself.
      console.error('Rows could not be read.', error)
    }
    questions -= 1
  }
  async function ask(some: readonly string[], span: Span) {
    for (const id of some) {
      stale.delete(id)
      asked.add(id)
    }
    try {
      const found = await articlesByIds(some)
      // Gone in the meantime: the list is about to say so too.
      for (const [at, id] of some.entries()) if (!found[at]) lost.add(id)
      take(
        found.filter((article) => article !== undefined),
        span,
      )
    } finally {
      for (const id of some) asked.delete(id)
    }
  }
  function take(found: readonly Article[], span: Span) {
    const news = new Map(found.map((article) => [article.id, article]))
    const old = [...articles].filter(([id]) => !news.has(id)).slice(-mostKept)
    articles = new Map([...old, ...news])
    note(span)
    show(articles)
  }
  return {
    articles,
    start(onRead: (articles: ReadonlyMap<string, Article>) => void) {
      show = onRead
    },
    /** Articles that came with a list. What is known already is not replaced: it follows what changes. */
    give(some: readonly Article[]) {
      const news = some.filter(({ id }) => !articles.has(id))
      if (news.length > 0) take(news, screen)
    },
    /** The last screen all of whose rows were known. */
    whole: () => whole,
    want(all: readonly string[], span: Span) {
      if (ids !== all) lost.clear()
      ids = all
      screen = span
      note(span)
      void read()
    },
    changed(some: readonly string[]) {
      for (const id of some) if (articles.has(id)) stale.add(id)
      void read()
    },
  }
}
