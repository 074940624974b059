import { useEffect } from 'react'
import { appSettings } from '../app/appSettings.ts'
import { activityWords, captures, isFailed, isUnderWay, jobsInList } from '../app/captures.ts'
import { runCommand } from '../app/commands.ts'
import { countOf, listSummary, putSummaryAway, type Outcomes } from '../app/listSummary.ts'
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

/** What is being saved, while anything is, then what became of a long list; goes away by itself. That something else could not be saved is said until it is seen in the list, first of all. */
export function Activity() {
  const now = useStore(captures)
  const isPaused = useStore(appSettings, (settings) => settings.savingPaused)
  const areSeen = useStore(jobsInList, ({ areSeen: are }) => are)
  const list = useStore(listSummary, (told) => told.list)
  // Those of the list are told of by its summary.
  const failed = now.jobs.filter((job) => isFailed(job) && !list?.has(job.id)).length
  const isUnseen = useLater(failed > 0 && !areSeen, patienceMs)
  const isSaving = now.jobs.some(isUnderWay)
  // With the last of them go the buttons, and one of them may have been pressed by key.
  useEffect(() => (isSaving ? focusListIfLost : undefined), [isSaving])
  if (!isSaving) return isUnseen ? <Unseen failed={failed} /> : list ? <Summary list={list} /> : null
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
function Summary({ list }: { list: Outcomes }) {
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
