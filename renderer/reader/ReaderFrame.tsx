// The frame an article is read in: an empty page of our own whose nodes are swapped. No script ever runs in it; we listen from outside.
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { appSettings } from '../app/appSettings.ts'
import type { Highlight } from '../library/highlights.ts'
import { articleActions } from './articleActions.ts'
import { listenForKeys } from '../app/keys.ts'
import { takeFocusDue } from '../app/readerHandle.ts'
import { useStore } from '../ui/useStore.ts'
import { applyLooks } from './applyLooks.ts'
import { listenForLinks } from './links.ts'
import { chosenKey } from './highlights/chosenCommands.ts'
import { listenForPictures } from './listenForPictures.ts'
import { openPage, type OpenPage, type PageContent } from './openPage.ts'
import { listenForMenu } from './textMenu.ts'
import { words } from './words.ts'
import { passOn } from './passOn.ts'

type Props = {
  content: PageContent
  marks: readonly string[]
  highlights: readonly Highlight[] | undefined
  frame: RefObject<HTMLIFrameElement | null>
  onProgress: (progress: number) => void
  /** `at`: the one that is gone to, the first below where one is; -1 where there is none. */
  onMatches: (count: number, at: number) => void
  onPage: (page: OpenPage | undefined) => void
  /** The pointer moved over the text, or a key was pressed in it. */
  onUse: () => void
}

const address = '/reader/'

export function ReaderFrame({ content, marks, highlights, frame, onProgress, onMatches, onPage, onUse }: Props) {
  const [page, setPage] = useState<Document>()
  const opened = useRef<OpenPage>(undefined)
  const settings = useStore(appSettings)
  const latest = useRef({ onProgress, onMatches, onPage, onUse, settings })
  useLayoutEffect(() => {
    latest.current = { onProgress, onMatches, onPage, onUse, settings }
  })

  useEffect(() => {
    if (!page) return
    const use = () => latest.current.onUse()
    const onKey = (event: KeyboardEvent) => {
      const text = page.querySelector('.page-text') ?? page.body
      if (!event.defaultPrevented && chosenKey(event, text)) event.preventDefault()
    }
    page.addEventListener('keydown', onKey) // before the window's own keys
    const stops = [
      listenForLinks(page),
      listenForPictures(page),
      listenForKeys(page, { isFrame: true }),
      listenForMenu(page),
      passOn(page),
    ]
    page.addEventListener('pointermove', use, { passive: true })
    page.addEventListener('keydown', use)
    return () => {
      for (const stop of stops) stop()
      page.removeEventListener('pointermove', use)
      page.removeEventListener('keydown', use)
      page.removeEventListener('keydown', onKey)
    }
  }, [page])

  const { article, record, html } = content
  // Before the frame is taken away, not after: the position is read from it then.
  // A change of the row alone (a tag, the progress) keeps the nodes of the text where they are.
  useLayoutEffect(() => {
    if (!page) return
    applyLooks(page, latest.current.settings)
    const made = openPage(page, { article, record, html }, articleActions, (progress) =>
      latest.current.onProgress(progress),
    )
    opened.current = made
    latest.current.onPage(made)
    if (takeFocusDue()) page.defaultView?.focus()
    return () => {
      made.close()
      opened.current = undefined
      latest.current.onPage(undefined)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the article itself is followed by the next effect
  }, [page, article.id, article.version, article.lang, html])

  useLayoutEffect(() => opened.current?.refresh(article), [article])

  useLayoutEffect(() => {
    if (highlights) opened.current?.highlight(highlights)
  }, [page, article.id, article.version, html, highlights])

  useLayoutEffect(() => {
    const made = opened.current
    if (!made) return
    const count = made.mark(marks)
    latest.current.onMatches(count, count > 0 ? made.walk(1) : -1)
  }, [page, article.id, article.version, html, marks])

  useEffect(() => {
    if (page) opened.current?.hold(() => applyLooks(page, settings))
  }, [page, settings])

  useEffect(() => {
    const box = frame.current
    if (!box || !page) return
    // A change of width moves every line; the paragraph at the top stays.
    let width = box.clientWidth
    const observer = new ResizeObserver(() => {
      if (box.clientWidth === width) return
      width = box.clientWidth
      opened.current?.settle()
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [frame, page])

  return (
    <iframe
      ref={frame}
      className="reader-frame"
      data-dressed={page !== undefined || undefined}
      src={address}
      title={words.frameTitle(article.title)}
      sandbox="allow-same-origin"
      onLoad={(event) => setPage(event.currentTarget.contentDocument ?? undefined)}
    />
  )
}
