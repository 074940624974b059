import { Button } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { notices, type Notice } from './notices.ts'
import { giveLostKeys } from './giveLostKeys.ts'
import './Notices.css'

export function Notices() {
  const list = useStore(notices, (now) => now.list)
  return (
    <div className="notices" role="status" aria-live="polite">
      {list.map((notice) => (
        <div key={notice.kind} className="notice">
          <Icon name={icons[notice.kind]} />
          <span>{notice.words}</span>
          {notice.progress !== undefined && (
            <progress className="bar" value={notice.progress} aria-label={notice.words} />
          )}
          {notice.action && <Button onClick={() => press(notice)}>{notice.action.words}</Button>}
        </div>
      ))}
    </div>
  )
}

function press({ action }: Notice) {
  void action?.run()
  giveLostKeys()
}

/** What goes well is no warning. */
const icons: Readonly<Record<Notice['kind'], IconName>> = {
  storage: 'warning',
  offline: 'offline',
  rebuilding: 'restore',
  rebuilt: 'restore',
  'read-only': 'page',
  library: 'warning',
  attention: 'warning',
}
