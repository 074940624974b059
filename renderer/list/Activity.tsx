import { activityWords, cancelCaptures, captures, isUnderWay } from '../app/captures.ts'
import { useStore } from '../ui/useStore.ts'
import { words } from './words.ts'
import '../ui/bar.css'
import './Activity.css'

/** What is being saved, while anything is; goes away by itself. */
export function Activity() {
  const now = useStore(captures)
  if (!now.jobs.some(isUnderWay)) return null
  const text = activityWords(now)
  return (
    <div className="activity">
      <span className="activity-words" role="status">
        {text}
      </span>
      <progress className="bar" max={now.total} value={now.done} aria-label={text} />
      <button type="button" className="activity-cancel" onClick={() => void cancelCaptures()}>
        {words.cancel}
      </button>
    </div>
  )
}
