import { appSettings } from '../app/appSettings.ts'
import { activityWords, captures, isFailed, isUnderWay, jobsInList } from '../app/captures.ts'
import { runCommand } from '../app/commands.ts'
import { countOf, listSummary, putSummaryAway } from '../app/listSummary.ts'
import { focusListIfLost } from '../app/searchField.ts'
import { words as addWords } from '../add/words.ts'
import { Icon } from '../ui/Icon.tsx'
import { useLater } from '../ui/useLater.ts'
import { useStore } from '../ui/useStore.ts'
import { words } from './words.ts'
import '../ui/bar.css'
import './Activity.css'

/** Sooner than this a list that is about to come may show them. */
const patienceMs = 400

/** What is being saved, while anything is, then what became of a long list; goes away by itself; that something could not be saved is said until it is seen in the list. */
export function Activity() {
  const now = useStore(captures)
  const isPaused = useStore(appSettings, (settings) => settings.savingPaused)
  const areSeen = useStore(jobsInList, ({ areSeen: are }) => are)
  const failed = now.jobs.filter(isFailed).length
  const isUnseen = useLater(failed > 0 && !areSeen, patienceMs)
  const hasSummary = useStore(listSummary, ({ list }) => list !== undefined)
  if (!now.jobs.some(isUnderWay)) return hasSummary ? <Summary /> : isUnseen ? <Unseen failed={failed} /> : null
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

/** What became of a long list, until it is looked at or put away. */
function Summary() {
  const list = useStore(listSummary, (now) => now.list) ?? new Map()
  const putAway = () => {
    putSummaryAway()
    focusListIfLost()
  }
  return (
    <div className="activity">
      <span className="activity-words activity-rest" role="status">
        {addWords.summary(countOf(list, 'saved'), countOf(list, 'here'), countOf(list, 'failed'))}
      </span>
      <button type="button" className="activity-button" onClick={() => runCommand('saving.summary')}>
        {addWords.showSummary}
      </button>
      <button type="button" className="activity-button" aria-label={addWords.endSummary} onClick={putAway}>
        <Icon name="close" size={13} />
      </button>
    </div>
  )
}

function Unseen({ failed }: { failed: number }) {
  return (
    <div className="activity">
      <Icon name="warning" size={14} />
      <span className="activity-words activity-rest" role="status">
        {words.linksNotSaved(failed)}
      </span>
      <button type="button" className="activity-button" onClick={() => runCommand('saving.failed')}>
        {words.showFailed}
      </button>
    </div>
  )
}
