import { runCommand } from '../app/commands.ts'
import { openLayer } from '../app/layers.ts'
import { openArticle } from '../app/selection.ts'
import { Button } from '../ui/Button.tsx'
import { Logo } from '../ui/Logo.tsx'
import { words } from './words.ts'

const { begin } = words

/** The first start. */
export function Begin({ welcome }: { welcome: string | undefined }) {
  return (
    <div className="begin">
      <Logo size={40} />
      <h2>{begin.title}</h2>
      <p>{begin.text}</p>
      <div className="begin-ways">
        <Button kind="primary" onClick={() => runCommand('add')}>
          {begin.save}
        </Button>
        <Button onClick={() => openLayer({ kind: 'add', text: '', isList: true })}>{begin.paste}</Button>
      </div>
      <p className="begin-hint">{begin.pasteHint}</p>
      {welcome !== undefined && (
        <button type="button" className="begin-welcome" onClick={() => openArticle(welcome)}>
          <b>{begin.welcome}</b> {begin.welcomeHint}
        </button>
      )}
    </div>
  )
}
