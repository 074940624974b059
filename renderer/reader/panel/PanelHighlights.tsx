// The note on the article, its highlights in the order of the text, and those that have no place in it any more.
import { useEffect, useRef } from 'react'
import type { Article } from '../../../preload/article.ts'
import { askOrSay } from '../../app/bridge.ts'
import { focusReader } from '../../app/readerHandle.ts'
import { say } from '../../app/toasts.ts'
import type { Highlight } from '../../library/highlights.ts'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { passFocus } from '../../ui/passFocus.ts'
import { useStore } from '../../ui/useStore.ts'
import { goToHighlight } from '../highlights/chosenCommands.ts'
import { removeHighlight } from '../highlights/highlightActs.ts'
import { marking } from '../highlights/marking.ts'
import { NoteField } from '../highlights/NoteField.tsx'
import { words as highlightWords } from '../highlights/words.ts'
import { panelFocus } from './sidePanel.ts'
import { words } from './words.ts'

export function PanelHighlights({ article }: { article: Article }) {
  const placed = useStore(marking, (now) => now.placed)
  const unplaced = useStore(marking, (now) => now.unplaced)
  const current = useStore(marking, (now) => now.chosen?.highlight)
  const sought = useStore(marking, (now) => now.sought)
  const list = useRef<HTMLUListElement>(null)
  const note = useRef<HTMLDivElement>(null)
  const isNoteDue = useStore(panelFocus, (now) => now.due === 'note')
  useEffect(() => {
    // Here, and not in the panel around it: of a tab that was not shown the field comes later than the panel.
    if (!isNoteDue) return
    note.current?.querySelector('textarea')?.focus()
    panelFocus.set({})
  }, [isNoteDue])
  useEffect(() => {
    if (sought !== undefined) list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' })
  }, [sought])
  return (
    <>
      <div className="panel-note" ref={note}>
        <NoteField
          key={article.id}
          of={{ article: article.id }}
          note={article.note ?? ''}
          label={words.articleNote}
          placeholder={words.articleNotePlaceholder}
          onDone={(how) => how === 'key' && focusReader({ isComing: false })}
        />
      </div>
      {placed.length === 0 && unplaced.length === 0 && <p className="panel-empty">{words.noHighlights}</p>}
      {placed.length > 0 && (
        <ul className="panel-highlights" aria-label={words.tabs.highlights}>
          {placed.map((highlight) => (
            <Item key={highlight.id} highlight={highlight} isCurrent={highlight.id === current} isPlaced />
          ))}
        </ul>
      )}
      {unplaced.length > 0 && (
        <section aria-labelledby="unplaced">
          <h3 id="unplaced" className="panel-heading">
            {words.unplaced}
          </h3>
          <p className="panel-hint">{words.unplacedHint}</p>
          <ul className="panel-highlights" ref={list}>
            {unplaced.map((highlight) => (
              <Item key={highlight.id} highlight={highlight} isCurrent={highlight.id === sought} isPlaced={false} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Item({ highlight, isCurrent, isPlaced }: { highlight: Highlight; isCurrent: boolean; isPlaced: boolean }) {
  const copy = async () => {
    if ((await askOrSay('clipboard.write', highlight.quote)) !== undefined) say(highlightWords.copied)
  }
  const remove = (button: HTMLElement) => {
    passFocus(button)
    void removeHighlight(highlight.article, highlight.id)
  }
  const text = (
    <>
      <span className="unseen">{highlightWords.colours[highlight.colour]}: </span>
      <q dir="auto">{highlight.quote}</q>
      {highlight.note !== undefined && (
        <span className="panel-highlight-note" dir="auto">
          {highlight.note}
        </span>
      )}
    </>
  )
  return (
    <li className="panel-highlight" data-colour={highlight.colour} data-current={isCurrent || undefined}>
      {isPlaced ? (
        <button
          type="button"
          className="panel-highlight-text"
          onClick={() => {
            goToHighlight(highlight.id)
            focusReader({ isComing: false })
          }}
        >
          {text}
        </button>
      ) : (
        <div className="panel-highlight-text">{text}</div>
      )}
      <span className="panel-highlight-acts">
        <IconButton label={highlightWords.copy} onClick={() => void copy()}>
          <Icon name="copy" size={14} />
        </IconButton>
        <IconButton label={highlightWords.remove} onClick={({ currentTarget }) => remove(currentTarget)}>
          <Icon name="trash" size={14} />
        </IconButton>
      </span>
    </li>
  )
}
