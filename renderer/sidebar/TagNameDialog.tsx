import { useState, type FormEvent } from 'react'
import { tidyTag } from '../../preload/tidyTag.ts'
import { tell } from '../app/acts.ts'
import { closeLayer } from '../app/layers.ts'
import { selection, showView } from '../app/selection.ts'
import { useQuery } from '../app/useQuery.ts'
import { renameTags } from '../library/tagChanges.ts'
import { tagCounts } from '../library/tags.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from './words.ts'

/** Renames one tag, or gives several the same name. A name that is there already takes them in. */
export function TagNameDialog({ tags }: { tags: readonly string[] }) {
  const counts = useQuery(tagCounts, [])
  const [text, setText] = useState(tags[0] ?? '')
  const name = tidyTag(text)
  const isThere = name !== undefined && !tags.includes(name) && (counts ?? []).some(({ tag }) => tag === name)
  const isMerge = tags.length > 1 || isThere

  const close = () => closeLayer('tagName')
  const rename = async (event: FormEvent) => {
    event.preventDefault()
    if (name === undefined) return
    close()
    await renameAndFollow(tags, name)
  }
  return (
    <Dialog title={tags.length > 1 ? words.mergeTitle(tags.length) : words.renameTitle(tags[0] ?? '')} onClose={close}>
      <form onSubmit={(event) => void rename(event)}>
        <input
          className="dialog-field"
          autoFocus
          value={text}
          maxLength={100}
          aria-label={words.tagName}
          aria-describedby="tag-name-hint"
          autoComplete="off"
          spellCheck={false}
          list="tag-names"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.target.value)}
        />
        <datalist id="tag-names">
          {counts?.map(({ tag }) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <p className="dialog-hint dialog-below" id="tag-name-hint" role="status">
          {isThere ? words.becomesOne(name) : words.nestHint}
        </p>
        <div className="dialog-actions">
          <Button kind="quiet" onClick={close}>
            {words.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={name === undefined}>
            {isMerge ? words.merge : words.rename}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whoever is looking at one of the tags looks at the new one then. */
export async function renameAndFollow(tags: readonly string[], name: string): Promise<void> {
  const [first = ''] = tags
  if (tags.length === 1 && first === name) return
  const said = tags.length === 1 ? await saidOfOne(first, name) : words.merged(tags.length, name)
  const { view } = selection.get()
  const followed =
    view.kind === 'tag' ? tags.find((tag) => view.tag === tag || view.tag.startsWith(`${tag}/`)) : undefined
  const isDone = await tell(renameTags(tags, name, said))
  if (isDone && view.kind === 'tag' && followed !== undefined && selection.get().view === view)
    showView({ kind: 'tag', tag: name + view.tag.slice(followed.length) })
}

async function saidOfOne(tag: string, name: string): Promise<string> {
  const isThere = (await tagCounts()).some((other) => other.tag === name && other.count > 0)
  return isThere ? words.mergedInto(tag, name) : words.renamed(tag, name)
}
