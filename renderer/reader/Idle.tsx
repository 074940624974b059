import { keyWords } from '../ui/keyWords.ts'
import { Logo } from '../ui/Logo.tsx'
import { Begin } from './Begin.tsx'
import { useFirstStart } from './useFirstStart.ts'
import { words } from './words.ts'

/** No article is open: the ways to begin while there is nothing but the welcome article, later only a few keys. */
export function Idle() {
  const start = useFirstStart()
  if (start === undefined) return null
  if (start.isFirst) return <Begin welcome={start.welcome} />
  return (
    <div className="idle">
      <Logo size={44} />
      <p className="idle-words">{words.idle}</p>
      <dl className="idle-keys">
        {words.idleKeys.map(([keys, what]) => (
          <div key={what} style={{ display: 'contents' }}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key} className="keycap">
                  {keyWords(key)}
                </kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
