// The article as a rule would make it, set as the reader sets it. Sanitised here, like everything that is shown.
import { useLayoutEffect, useState } from 'react'
import type { Article } from '../../../preload/article.ts'
import { appSettings } from '../../app/appSettings.ts'
import { sanitise } from '../../extract/sanitise.ts'
import { useStore } from '../../ui/useStore.ts'
import { applyLooks } from '../applyLooks.ts'
import { dressPage } from '../dressPage.ts'
import { oneTabStop } from './oneTabStop.ts'
import { words } from './words.ts'

type Props = {
  article: Article
  html: string | undefined
  /** The text stands. */
  onText: (root: Element) => void
}

export function PreviewFrame({ article, html, onText }: Props) {
  const [page, setPage] = useState<Document>()
  const settings = useStore(appSettings)
  const { title, lang, dir = 'auto' } = article
  useLayoutEffect(() => {
    if (!page || html === undefined) return
    const frame = page.createElement('main')
    frame.className = 'page page-preview'
    const heading = page.createElement('h1')
    heading.className = 'page-title'
    heading.textContent = title
    heading.dir = 'auto'
    const text = page.createElement('div')
    text.className = 'page-text'
    text.dir = dir
    text.append(sanitise(html))
    onText(text)
    dressPage(text)
    frame.append(heading, text)
    page.body.replaceChildren(frame)
    page.documentElement.lang = lang ?? ''
    oneTabStop(page)
  }, [page, html, title, lang, dir, onText])

  useLayoutEffect(() => {
    if (page) applyLooks(page, settings)
  }, [page, settings])

  const onLoad = (loaded: Document | null) => {
    // Links lead nowhere in a preview.
    for (const type of ['click', 'auxclick', 'submit'])
      loaded?.addEventListener(type, (event) => event.preventDefault())
    setPage(loaded ?? undefined)
  }
  return (
    <iframe
      className="fix-frame"
      src="/reader/"
      title={words.article}
      sandbox="allow-same-origin"
      onLoad={(event) => onLoad(event.currentTarget.contentDocument)}
    />
  )
}
