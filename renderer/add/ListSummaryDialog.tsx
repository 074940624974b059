import type { CaptureJob } from '../../preload/capture.ts'
import { failureWords } from '../../preload/failure.ts'
import { formatNumber } from '../../preload/language.ts'
import { captures, isFailed, removeCaptures, retryCaptures } from '../app/captures.ts'
import { runCommand } from '../app/commands.ts'
import { closeLayer } from '../app/layers.ts'
import { countOf, listSummary, putSummaryAway } from '../app/listSummary.ts'
import { focusListIfLost } from '../app/searchField.ts'
import { plainAddress } from '../list/plainAddress.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useStore } from '../ui/useStore.ts'
import { words } from './words.ts'
import './ListSummaryDialog.css'

/** Of thousands nobody reads each here; all of them stand in the list. */
const mostShown = 100

/** What became of a long list of links. What failed can be tried again from here; seen, the summary is put away. */
export function ListSummaryDialog() {
  const list = useStore(listSummary, (now) => now.list) ?? new Map()
  const jobs = useStore(captures, (now) => now.jobs)
  const failed = jobs.filter((job) => isFailed(job) && list.has(job.id))
  const counts = {
    saved: countOf(list, 'saved'),
    here: countOf(list, 'here'),
    failed: failed.length,
    underWay: countOf(list, 'underWay'),
  }
  const close = () => {
    closeLayer('listSummary')
    // While some are tried again it is not over yet.
    if (counts.underWay === 0) putSummaryAway()
    focusListIfLost()
  }
  const show = () => {
    close()
    runCommand('saving.failed')
  }
  const remove = () => {
    close()
    void removeCaptures(failed)
  }
  return (
    <Dialog title={words.summaryTitle(counts.saved + counts.here, list.size)} onClose={close} width="wide">
      <dl className="summary-counts">
        <Count of={counts.saved} name={words.summarySaved} />
        <Count of={counts.here} name={words.summaryHere} />
        <Count of={counts.underWay} name={words.summaryUnderWay} />
        <Count of={counts.failed} name={words.summaryFailed} />
      </dl>
      {failed.length > 0 && (
        <ul className="summary-failed scrolls" tabIndex={0} aria-label={words.summaryFailed}>
          {failed.slice(0, mostShown).map((job) => (
            <Failed key={job.id} job={job} />
          ))}
          {failed.length > mostShown && <li>{words.summaryMore(failed.length - mostShown)}</li>}
        </ul>
      )}
      <div className="dialog-actions">
        {failed.length > 0 && (
          <div className="summary-ways">
            <Button kind="quiet" onClick={show}>
              {words.showInList}
            </Button>
            <Button kind="quiet" onClick={remove}>
              {words.removeAll(failed.length)}
            </Button>
          </div>
        )}
        <Button kind={failed.length > 0 ? 'quiet' : 'primary'} onClick={close}>
          {words.close}
        </Button>
        {failed.length > 0 && (
          <Button kind="primary" onClick={() => void retryCaptures(failed)}>
            {words.retryAll(failed.length)}
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

function Failed({ job }: { job: CaptureJob }) {
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
