// The right pane: the open article in its frame, the toolbar over it, or what to do when none is open.
import { Tabs } from 'radix-ui'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { appSettings } from '../app/appSettings.ts'
import { readerHandle, type ReaderTab } from '../app/readerHandle.ts'
import { selection } from '../app/selection.ts'
import { useQuery } from '../app/useQuery.ts'
import { article as articleById, body, record } from '../library/articles.ts'
import { keepAllDrafts } from '../library/drafts.ts'
import { highlightsOf } from '../library/highlights.ts'
import { useStore } from '../ui/useStore.ts'
import { say } from '../app/toasts.ts'
import {
  chooseSentence,
  copyChosen,
  hasChosen,
  keepChosen,
  leaveChosen,
  noteChosen,
  paint,
  removeChosen,
  searchForChosen,
  walkHighlights,
} from './highlights/chosenCommands.ts'
import { marking } from './highlights/marking.ts'
import { AloudBar } from './aloud/AloudBar.tsx'
import { aloud, skip, stopAloud, toggleAloud } from './aloud/aloud.ts'
import { holdMediaKeys } from './aloud/mediaKeys.ts'
import { Ruler } from './aloud/Ruler.tsx'
import { nextRuler } from './aloud/ruler.ts'
import { copyAsMarkdown } from './copyAsMarkdown.ts'
import { FindBar, findFieldId } from './find/FindBar.tsx'
import { HighlightBar } from './highlights/HighlightBar.tsx'
import { words as highlightWords } from './highlights/words.ts'
import { Idle } from './Idle.tsx'
import { InTrash } from './InTrash.tsx'
import { linkAtHand } from './linkAtHand.ts'
import { saveAddress } from './links.ts'
import { openPicturesAt, picturesIn } from './listenForPictures.ts'
import { LinkStatus } from './LinkStatus.tsx'
import { PdfPane, type PdfHandle } from './pdf/PdfPane.tsx'
import { Matches } from './Matches.tsx'
import type { OpenPage } from './openPage.ts'
import { SidePanel } from './panel/SidePanel.tsx'
import { openPanel, togglePanel } from './panel/sidePanel.ts'
import { printArticle } from './printArticle.ts'
import { ReaderFrame } from './ReaderFrame.tsx'
import { Snapshot } from './Snapshot.tsx'
import { Toolbar } from './Toolbar.tsx'
import { focusFrame, turnPage } from './turnPage.ts'
import { useQuiet } from './useQuiet.ts'
import { words } from './words.ts'
import './Reader.css'

export function Reader() {
  const open = useStore(selection, (now) => now.open)
  const marks = useStore(selection, (now) => now.marks)
  // The one before stands until the next is read: no blank page between two articles.
  const loaded = useQuery(() => load(open), [open], { keep: true })
  const shown = loaded?.article?.id
  const highlights = useQuery(() => highlightsOf(shown ?? ''), [shown])

  const frame = useRef<HTMLIFrameElement>(null)
  const page = useRef<OpenPage>(undefined)
  const snapshot = useRef<HTMLIFrameElement>(null)
  const pdf = useRef<PdfHandle>(null)
  const [chosenTab, setTab] = useState<{ readonly of: string | undefined; readonly tab: ReaderTab }>()
  const [progress, setProgress] = useState(0)
  const [matches, setMatches] = useState({ count: 0, at: -1 })
  const [hasPictures, setHasPictures] = useState(false)
  const placed = useStore(marking, (now) => now.placed.length)
  const [finding, setFinding] = useState<string>()
  const isLoaded = loaded?.article !== undefined
  const isPdf = loaded?.article?.pdf === true
  const isTrashed = loaded?.article?.trashed === true
  const tab = tabOf(chosenTab?.of === open ? chosenTab?.tab : undefined, isPdf)
  const isPdfShown = tab === 'pdf'
  const tabNow = useRef(tab)
  useLayoutEffect(() => {
    tabNow.current = tab
  })
  const hasPanel = useStore(appSettings, (now) => now.panel !== 'closed')
  const { isQuiet, use } = useQuiet()

  const showTab = useCallback((next: ReaderTab) => setTab({ of: selection.get().open, tab: next }), [])
  /** What is done to the text is done where one sees it. */
  const showText = useCallback(() => {
    if (tabNow.current !== 'article') flushSync(() => showTab('article'))
  }, [showTab])
  const walk = useCallback(
    (direction: 1 | -1) => {
      if (!pdf.current) showText()
      const at = (pdf.current ?? page.current)?.walk(direction) ?? -1
      setMatches((now) => ({ ...now, at }))
    },
    [showText],
  )
  const find = useCallback((text: string) => {
    setFinding(text)
    if (pdf.current)
      return void pdf.current.find(text).then((count) => {
        if (count !== undefined) setMatches({ count, at: count > 0 ? (pdf.current?.walk(1) ?? -1) : -1 })
      })
    const count = page.current?.find(text) ?? 0
    setMatches({ count, at: count > 0 ? (page.current?.walk(1) ?? -1) : -1 })
  }, [])
  const openFind = useCallback(() => {
    const chosen = marking.get().chosen?.text
    if (!pdf.current) showTab('article')
    // What is chosen is what one looks for.
    if (chosen !== undefined && chosen.length <= 80 && !chosen.includes('\n')) find(chosen)
    else setFinding((now) => now ?? '')
    const field = document.getElementById(findFieldId)
    if (field instanceof HTMLInputElement) field.select()
    field?.focus()
  }, [find, showTab])
  const endFind = useCallback(() => {
    setFinding(undefined)
    if (pdf.current) {
      void pdf.current.find('')
      setMatches({ count: 0, at: -1 })
      return pdf.current.focus()
    }
    const count = page.current?.mark(marks) ?? 0
    setMatches({ count, at: -1 })
    focusFrame(frame.current)
  }, [marks])
  const isFinding = finding !== undefined
  useEffect(() => {
    const shownFrame = () => (tabNow.current === 'snapshot' ? snapshot.current : frame.current)
    const inText = (run: () => unknown) => {
      showText()
      run()
    }
    readerHandle.set({
      focus: () => (pdf.current ? pdf.current.focus() : focusFrame(shownFrame())),
      page: (direction) => (pdf.current ? pdf.current.turn(direction) : turnPage(shownFrame(), direction)),
      matches: () => matches.count,
      walkMatches: walk,
      hasTab: (asked) => isLoaded && (asked === 'article' || (asked === 'pdf') === isPdf),
      isInTrash: () => isTrashed,
      show: (next) => flushSync(() => showTab(next)),
      find: openFind,
      endFind() {
        if (isFinding && tabNow.current !== 'snapshot') endFind()
        return isFinding && tabNow.current !== 'snapshot'
      },
      copyMarkdown: () => void copyAsMarkdown(selection.get().open),
      print: (to) => void printArticle(selection.get().open, to),
      readAloud: () => inText(toggleAloud),
      isAloud: () => aloud.get().state === 'speaking' || aloud.get().state === 'paused',
      skipSentence: skip,
      stopAloud,
      hasPictures: () => hasPictures,
      showPictures: () => inText(() => openPicturesAt(frame.current?.contentDocument)),
      hasLink: () => linkAtHand.get().link?.isFocused ?? false,
      saveLink() {
        const { link } = linkAtHand.get()
        if (link) void saveAddress(link.address)
      },
      nextRuler: () => inText(nextRuler),
      togglePanel,
      showPanel: openPanel,
      keepHighlight: () => inText(keepChosen),
      hasChosen,
      hasChosenHighlight: () => marking.get().chosen?.highlight !== undefined,
      paint: (colour) => inText(() => paint(colour)),
      copyChosen: () => void copyChosen(),
      searchForChosen,
      removeHighlight: () => void removeChosen(),
      note() {
        if (hasChosen()) showText()
        void noteChosen().then((isDone) => {
          if (!isDone) openPanel('highlights', 'note')
        })
      },
      chooseSentence: (direction) =>
        inText(() => {
          focusFrame(frame.current)
          chooseSentence(direction)
        }),
      highlights: () => placed,
      walkHighlights: (direction) => inText(() => walkHighlights(direction)),
      leaveChosen: () => tabNow.current === 'article' && leaveChosen(),
    })
    return () => readerHandle.set(undefined)
  }, [
    matches.count,
    walk,
    showTab,
    showText,
    openFind,
    isFinding,
    endFind,
    isLoaded,
    isPdf,
    isTrashed,
    hasPictures,
    placed,
  ])

  useEffect(holdMediaKeys, [])

  // What was being written when the window last ended.
  useEffect(() => {
    void keepAllDrafts().then((count) => {
      if (count > 0) say(highlightWords.noteRecovered(count))
    })
  }, [])

  const title = open === undefined ? undefined : loaded?.article?.title
  useEffect(() => {
    document.title = title === undefined ? 'Offprint' : `${title} - Offprint`
  }, [title])

  if (open === undefined || !loaded) {
    return (
      <section className="reader" aria-label={words.reader} data-pane="reader">
        {open === undefined && <Idle />}
      </section>
    )
  }
  const { article, html } = loaded
  const isText = tab === 'article'
  return (
    <>
      {article?.trashed && <InTrash id={article.id} />}
      <Tabs.Root
        asChild
        value={tab}
        onValueChange={(next) => showTab(next === 'snapshot' || next === 'pdf' ? next : 'article')}
      >
        <section
          className="reader"
          aria-label={words.reader}
          data-pane="reader"
          data-panel={hasPanel || undefined}
          onPointerMove={use}
          onKeyDown={use}
        >
          {article && <Toolbar article={article} isQuiet={isQuiet && progress > 0 && isText} />}
          {isText && (
            <div className="reader-progress" style={{ transform: `scaleX(${progress})` }} aria-hidden="true" />
          )}
          {article === undefined && <p className="reader-gone">{words.gone}</p>}
          {/* Kept behind the snapshot: a frame that is taken away forgets its place. */}
          <Tabs.Content value="article" forceMount className="reader-panel" inert={!isText} tabIndex={-1}>
            {article && html !== undefined && (
              <ReaderFrame
                content={{ article, html, record: loaded.record }}
                marks={marks}
                highlights={highlights}
                frame={frame}
                onProgress={setProgress}
                onMatches={(count, at) => setMatches({ count, at })}
                onPage={(made) => {
                  page.current = made
                  setHasPictures(made !== undefined && picturesIn(frame.current?.contentDocument).length > 0)
                  if (made) setFinding(undefined)
                }}
                onUse={use}
              />
            )}
          </Tabs.Content>
          <Tabs.Content value="snapshot" className="reader-panel reader-panel-snapshot" tabIndex={-1}>
            {article && <Snapshot key={article.version} article={article} record={loaded.record} frame={snapshot} />}
          </Tabs.Content>
          {article?.pdf && (
            <Tabs.Content value="pdf" className="reader-panel" tabIndex={-1}>
              <PdfPane key={`${article.id} ${article.version}`} article={article} ref={pdf} />
            </Tabs.Content>
          )}
          {article && <SidePanel article={article} record={loaded.record} />}
          <LinkStatus />
          {isText && <HighlightBar />}
          {isText && <Ruler />}
          <AloudBar />
          {(isText || isPdfShown) && finding !== undefined ? (
            <FindBar key={article?.id} text={finding} {...matches} onText={find} onWalk={walk} onClose={endFind} />
          ) : (
            matches.count > 0 && isText && <Matches {...matches} onWalk={walk} />
          )}
        </section>
      </Tabs.Root>
    </>
  )
}

/** A PDF is first of all a PDF; it has no snapshot, and nothing else has a PDF. */
function tabOf(chosen: ReaderTab | undefined, isPdf: boolean): ReaderTab {
  if (chosen === undefined) return isPdf ? 'pdf' : 'article'
  if (chosen === 'snapshot' && isPdf) return 'pdf'
  return chosen === 'pdf' && !isPdf ? 'snapshot' : chosen
}

async function load(id: string | undefined) {
  if (id === undefined) return undefined
  const [article, text, version] = await Promise.all([articleById(id), body(id), record(id)])
  return { article, html: text?.html, record: version }
}
