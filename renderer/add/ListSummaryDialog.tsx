import type { CaptureJob } from '../../preload/capture.ts'
import { failureWords } from '../../preload/failure.ts'
import { formatNumber } from '../../preload/language.ts'
import { captures, isFailed, removeCaptures, retryCaptures } from '../app/captures.ts'
import { runCommand } from '../app/commands.ts'
import { closeLayer } from '../app/layers.ts'
import { countOutcomes, listSummary, putSummaryAway } from '../app/listSummary.ts'
import { giveLostKeys } from '../app/giveLostKeys.ts'
import { plainAddress } from '../list/plainAddress.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useStore } from '../ui/useStore.ts'
import { words } from './words.ts'
import './ListSummaryDialog.css'

/** Of thousands nobody reads each here; all of them stand in the list. */
const mostShown = 100

/** What became of a long list of links. What is not saved can be tried again from here; seen, the summary is put away. */
export function ListSummaryDialog() {
  const list = useStore(listSummary, (now) => now.list) ?? new Map()
  const jobs = useStore(captures, (now) => now.jobs)
  const left = jobs.filter((job) => isFailed(job) && list.has(job.id))
  const counts = countOutcomes(list)
  const close = () => {
    closeLayer('listSummary')
    // While some are tried again it is not over yet.
    if (counts.underWay === 0) putSummaryAway()
    giveLostKeys()
  }
  const show = () => {
    close()
    runCommand('saving.failed')
  }
  const remove = () => {
    close()
    void removeCaptures(left)
  }
  return (
    <Dialog title={words.summaryTitle(counts.saved + counts.here, list.size)} onClose={close} width="wide">
      <dl className="summary-counts">
        <Count of={counts.saved} name={words.summarySaved} />
        <Count of={counts.here} name={words.summaryHere} />
        <Count of={counts.underWay} name={words.summaryUnderWay} />
        <Count of={counts.failed} name={words.summaryFailed} />
        <Count of={counts.cancelled} name={words.summaryCancelled} />
        <Count of={counts.offline} name={words.summaryOffline} />
      </dl>
      {left.length > 0 && (
        <ul className="summary-left scrolls" tabIndex={0} aria-label={words.summaryLeft}>
          {left.slice(0, mostShown).map((job) => (
            <Left key={job.id} job={job} />
          ))}
          {left.length > mostShown && <li>{words.summaryMore(left.length - mostShown)}</li>}
        </ul>
      )}
      <div className="dialog-actions">
        {left.length > 0 && (
          <div className="summary-ways">
            <Button kind="quiet" onClick={show}>
              {words.showInList}
            </Button>
            <Button kind="quiet" onClick={remove}>
              {words.removeAll(left.length)}
            </Button>
          </div>
        )}
        <Button kind={left.length > 0 ? 'quiet' : 'primary'} onClick={close}>
          {words.close}
        </Button>
        {left.length > 0 && (
          <Button kind="primary" onClick={() => void retryCaptures(left)}>
            {words.retryAll(left.length)}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

function Count({ of, name }: { of: number; name: string }) {
  if (of === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatNumber(of)}</dd>
    </div>
  )
}

function Left({ job }: { job: CaptureJob }) {
  if (job.state.kind !== 'failed') return null
  return (
    <li>
      <div>
        <b dir="auto">{job.title ?? plainAddress(job)}</b>
        <span>{failureWords(job.state.failure)}</span>
      </div>
      <Button onClick={() => void retryCaptures([job])}>{words.retryOne}</Button>
    </li>
  )
}
