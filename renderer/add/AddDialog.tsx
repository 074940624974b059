// The one field for links: one, or many, one a line. It closes at once; what could not be taken comes back with the reason.
import { useState, type ClipboardEvent, type FormEvent, type KeyboardEvent } from 'react'
import { saveLinks } from '../app/captures.ts'
import { closeLayer, openLayer, type Layer, type Refused } from '../app/layers.ts'
import { showView, selection } from '../app/selection.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { linesOf, linksBehind } from './linksIn.ts'
import { words } from './words.ts'
import './AddDialog.css'

type Props = { layer: Extract<Layer, { kind: 'add' }> }

const mostRows = 12
/** As for what is pasted elsewhere: so many are asked about first. */
const manyLinks = 100

export function AddDialog({ layer }: Props) {
  const [text, setText] = useState(layer.text)
  const [refused, setRefused] = useState<readonly Refused[]>(layer.refused ?? [])
  // What comes from outside meanwhile joins what stands here: neither may be lost for the other.
  const [shown, setShown] = useState(layer)
  if (shown !== layer) {
    const joining = (layer.refused ?? []).filter((one) => !shown.refused?.includes(one))
    setShown(layer)
    setText([...linesOf(text), ...joining.map(({ url }) => url)].join('\n'))
    setRefused([...refused, ...joining])
  }
  const lines = linesOf(text)
  const isList = layer.isList === true || lines.length > 1

  const save = async () => {
    if (lines.length === 0) return setRefused([{ url: '', words: words.empty }])
    if (lines.length >= manyLinks) return openLayer({ kind: 'addMany', links: lines })
    const bad = await saveLinks(lines)
    if (bad.length < lines.length && !['inbox', 'all'].includes(selection.get().view.kind)) showView({ kind: 'inbox' })
    if (bad.length === 0) return closeLayer('add')
    setText(bad.map(({ url }) => url).join('\n'))
    setRefused(bad)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    // In a list Enter begins the next line, as anywhere; with Ctrl it saves.
    if (layer.isList === true && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    void save()
  }

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const behind = linksBehind(event.clipboardData)
    const pasted = behind.length > 0 ? behind : linesOf(event.clipboardData.getData('text/plain'))
    // The engine takes minutes to lay out many thousand lines in a field; they need not go through it.
    if (pasted.length >= manyLinks) openLayer({ kind: 'addMany', links: [...lines, ...pasted] })
    // As if the addresses had been copied, and not the words that lead there; the field can take it back.
    else if (behind.length > 0) document.execCommand('insertText', false, behind.join('\n'))
    else return
    event.preventDefault()
  }

  return (
    <Dialog
      title={isList ? words.listTitle : words.title}
      onClose={() => closeLayer('add')}
      width={isList ? 'wide' : 'narrow'}
    >
      <form onSubmit={onSubmit}>
        <textarea
          className="add-field"
          dir="auto"
          autoFocus
          rows={Math.min(mostRows, Math.max(layer.isList ? 7 : 1, text.split('\n').length))}
          value={text}
          aria-label={words.field}
          aria-invalid={refused.length > 0}
          aria-describedby={refused.length > 0 ? 'add-refused' : 'add-hint'}
          placeholder={layer.isList ? words.listPlaceholder : words.placeholder}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
            setRefused([])
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {refused.length > 0 && (
          <div className="add-refused" id="add-refused" role="alert">
            {refused.length > 1 && <p>{words.refused(refused.length)}</p>}
            <ul>
              {refused.slice(0, 5).map((one, index) => (
                <li key={index}>
                  <Icon name="warning" size={14} />
                  <span>
                    {one.words}
                    {refused.length > 1 && <span className="add-address">{one.url}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="dialog-actions">
          <span className="dialog-hint" id="add-hint">
            {layer.isList ? '' : words.hint}
          </span>
          <Button kind="quiet" onClick={() => closeLayer('add')}>
            {words.cancel}
          </Button>
          <Button kind="primary" type="submit">
            {lines.length > 1 ? words.saveMany(lines.length) : words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
