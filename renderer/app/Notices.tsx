import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { notices } from './notices.ts'
import './Notices.css'

export function Notices() {
  const list = useStore(notices, (now) => now.list)
  return (
    <div className="notices" role="status" aria-live="polite">
      {list.map((notice) => (
        <div key={notice.kind} className="notice">
          <Icon name={notice.kind === 'offline' ? 'offline' : 'warning'} />
          <span>{notice.words}</span>
          {notice.progress !== undefined && (
            <progress className="bar" value={notice.progress} aria-label={notice.words} />
          )}
          {notice.action && <Button onClick={() => void notice.action?.run()}>{notice.action.words}</Button>}
        </div>
      ))}
    </div>
  )
}
