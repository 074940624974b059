// All tags in one place: found by name, chosen by the dozen, renamed, merged, deleted. What looks alike is offered to be merged.
import { useMemo, useRef, useState } from 'react'
import { tell } from '../app/acts.ts'
import { closeLayer, openLayer } from '../app/layers.ts'
import { useQuery } from '../app/useQuery.ts'
import { plainLetters } from '../library/plainLetters.ts'
import { similarTags } from '../library/similarTags.ts'
import { deleteTags } from '../library/tagChanges.ts'
import { tagCounts } from '../library/tags.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { renameAndFollow } from './TagNameDialog.tsx'
import { words } from './words.ts'
import './TagsDialog.css'

const mostPairs = 8

export function TagsDialog() {
  const counts = useQuery(tagCounts, [])
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const pairs = useMemo(() => similarTags(counts ?? []).slice(0, mostPairs), [counts])
  const used = (counts ?? []).filter(({ count }) => count > 0)
  const shown = used.filter(({ tag }) => plainLetters(tag).includes(plainLetters(sought.trim())))
  const picked = [...chosen].filter((tag) => counts?.some((one) => one.tag === tag))

  const toggle = (tag: string) => {
    const next = new Set(chosen)
    if (!next.delete(tag)) next.add(tag)
    setChosen(next)
  }
  const field = useRef<HTMLInputElement>(null)
  // The button that was pressed goes, or can no longer be pressed.
  const merge = (other: string, keep: string) => {
    field.current?.focus()
    void renameAndFollow([other], keep)
  }
  const remove = () => {
    field.current?.focus()
    setChosen(new Set())
    void tell(deleteTags(picked, words.deleted(picked)))
  }
  return (
    <Dialog title={words.manageTags} width="wide" onClose={() => closeLayer('tagList')}>
      <input
        ref={field}
        className="dialog-field"
        autoFocus
        value={sought}
        placeholder={words.findTag}
        aria-label={words.findTag}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setSought(event.target.value)}
      />
      <div className="dialog-body tags-dialog" tabIndex={0} role="group" aria-label={words.tags}>
        {pairs.length > 0 && sought === '' && (
          <section className="tags-alike">
            <h3>{words.alike}</h3>
            <ul>
              {pairs.map(({ keep, other }) => (
                <li key={other}>
                  <span>
                    <bdi>{other}</bdi> → <bdi>{keep}</bdi>
                  </span>
                  <Button onClick={() => merge(other, keep)}>{words.merge}</Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <ul className="tags-list">
          {shown.map(({ tag, count }) => (
            <li key={tag}>
              <label>
                <input type="checkbox" checked={chosen.has(tag)} onChange={() => toggle(tag)} />
                <bdi className="tags-name">{tag}</bdi>
                <span className="tags-count">{words.number(count)}</span>
              </label>
            </li>
          ))}
        </ul>
        {counts && shown.length === 0 && <p className="tags-none">{used.length === 0 ? words.noTags : words.noTag}</p>}
      </div>
      <div className="dialog-actions">
        <span className="dialog-hint" role="status">
          {picked.length > 0 ? words.chosenTags(picked.length) : words.chooseHint}
        </span>
        <Button kind="quiet" disabled={picked.length === 0} onClick={remove}>
          {words.deleteTags}
        </Button>
        <Button disabled={picked.length === 0} onClick={() => openLayer({ kind: 'tagName', tags: picked })}>
          {picked.length > 1 ? words.mergeAs : words.renameAs}
        </Button>
      </div>
    </Dialog>
  )
}
