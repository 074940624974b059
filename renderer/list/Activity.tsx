import { useEffect } from 'react'
import type { CaptureJob } from '../../preload/capture.ts'
import { appSettings } from '../app/appSettings.ts'
import {
  activityWords,
  captures,
  isCancelled,
  isFailed,
  isUnderWay,
  jobsInList,
  waitsForNetwork,
} from '../app/captures.ts'
import { runCommand } from '../app/commands.ts'
import { countOutcomes, listSummary, putSummaryAway, type Outcomes } from '../app/listSummary.ts'
import { giveLostKeys } from '../app/giveLostKeys.ts'
import { words as appWords } from '../app/words.ts'
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
  const left = now.jobs.filter((job) => isFailed(job) && !list?.has(job.id))
  const isUnseen = useLater(left.length > 0 && !areSeen, patienceMs)
  const isSaving = now.jobs.some(isUnderWay)
  // With the last of them go the buttons, and one of them may have been pressed by key.
  useEffect(() => (isSaving ? giveLostKeys : undefined), [isSaving])
  if (!isSaving) return isUnseen ? <Unseen jobs={left} /> : list ? <Summary list={list} /> : null
  const text = activityWords(now, isPaused)
  const isHeld = !now.jobs.some(({ state }) => state.kind === 'running') && now.jobs.some(waitsForNetwork)
  // One link is over before anybody could press the button.
  const hasPause = now.total > 1 || isPaused
  return (
    <div className="activity">
      {isHeld && <Icon name="offline" size={14} />}
      <span className={isHeld ? 'activity-words activity-rest' : 'activity-words'} role="status">
        {text}
      </span>
      {!isHeld && <progress className="bar" max={now.total} value={now.done} aria-label={text} />}
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
    giveLostKeys()
  }
  return (
    <div className="activity">
      <span className="activity-words activity-rest" role="status">
        {addWords.summary(countOutcomes(list))}
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

function Unseen({ jobs }: { jobs: readonly CaptureJob[] }) {
  const offline = jobs.filter(waitsForNetwork).length
  const cancelled = jobs.filter(isCancelled).length
  const failed = jobs.length - offline - cancelled
  return (
    <div className="activity">
      <Icon name={failed > 0 || offline === 0 ? 'warning' : 'offline'} size={14} />
      <span className="activity-words activity-rest" role="status">
        {failed > 0
          ? words.linksNotSaved(failed)
          : offline > 0
            ? appWords.waitingForNetwork(offline)
            : words.linksCancelled(cancelled)}
      </span>
      <button type="button" className="activity-button" onClick={() => runCommand('saving.failed')}>
        {words.showFailed}
      </button>
    </div>
  )
}
