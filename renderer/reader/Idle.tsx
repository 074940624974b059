import { useStore } from '../ui/useStore.ts'
import { captures } from '../app/captures.ts'
import { useQuery } from '../app/useQuery.ts'
import { newest } from '../library/articles.ts'
import { Logo } from '../ui/Logo.tsx'
import { Begin } from './Begin.tsx'
import { words } from './words.ts'

/** No article is open: the ways to begin while there is nothing but the welcome article, later only a few keys. */
export function Idle() {
  const welcome = useQuery(welcomeIfAlone, [])
  const hasJobs = useStore(captures, (now) => now.jobs.length > 0)
  if (welcome === undefined) return null
  if (welcome.isNew && !hasJobs) return <Begin welcome={welcome.id} />
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
                  {key}
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

async function welcomeIfAlone(): Promise<{ readonly isNew: boolean; readonly id: string | undefined }> {
  const [only, other] = await newest({ kind: 'all' }, { limit: 2 })
  if (other) return { isNew: false, id: undefined }
  return { isNew: only === undefined || only.url === 'offprint:welcome', id: only?.id }
}
