import { appSettings } from '../app/appSettings.ts'
import { activityWords, captures, isUnderWay } from '../app/captures.ts'
import { runCommand } from '../app/commands.ts'
import { useStore } from '../ui/useStore.ts'
import { words } from './words.ts'
import '../ui/bar.css'
import './Activity.css'

/** What is being saved, while anything is; goes away by itself. */
export function Activity() {
  const now = useStore(captures)
  const isPaused = useStore(appSettings, (settings) => settings.savingPaused)
  if (!now.jobs.some(isUnderWay)) return null
  const text = activityWords(now, isPaused)
  // One link is over before anybody could press the button.
  const hasPause = now.total > 1 || isPaused
  return (
    <div className="activity">
      <span className="activity-words" role="status">
        {text}
      </span>
      <progress className="bar" max={now.total} value={now.done} aria-label={text} />
      {hasPause && (
        <button type="button" className="activity-button" onClick={() => runCommand('saving.pause')}>
          {isPaused ? words.goOn : words.pause}
        </button>
      )}
      <button type="button" className="activity-button" onClick={() => runCommand('saving.cancel')}>
        {words.cancel}
      </button>
    </div>
  )
}
