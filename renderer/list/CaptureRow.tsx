// A capture under way, or one that failed: the address at once, the title when it is known, the reason in words.
import { useEffect, type CSSProperties } from 'react'
import { stages, type CaptureJob } from '../../preload/capture.ts'
import { captureNoteWords } from '../../preload/captureNote.ts'
import { clockTime } from '../../preload/language.ts'
import { failureWords, type Failure } from '../../preload/failure.ts'
import { appSettings } from '../app/appSettings.ts'
import { openInBrowser, signInTo } from '../app/articleCommands.ts'
import { allowHostOf, removeCaptures, retryCaptures, waitsForNetwork } from '../app/captures.ts'
import { giveLostKeys } from '../app/giveLostKeys.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useStore } from '../ui/useStore.ts'
import { plainAddress } from './plainAddress.ts'
import { words } from './words.ts'
import './CaptureRow.css'

export function CaptureRow({ job, isCompact }: { job: CaptureJob; isCompact: boolean }) {
  const { state } = job
  const isPaused = useStore(appSettings, (settings) => settings.savingPaused)
  const address = plainAddress(job)
  const title = job.title ?? address
  const isFailed = state.kind === 'failed'
  // With what went wrong go the buttons, and one of them may have been pressed by key.
  useEffect(() => (isFailed ? giveLostKeys : undefined), [isFailed])
  return (
    <div className="capture" data-compact={isCompact || undefined} data-failed={isFailed || undefined}>
      <h3 className="capture-title" dir="auto" title={job.url}>
        {title}
      </h3>
      <p className="capture-words" role={isFailed ? undefined : 'status'}>
        {state.kind === 'waiting' ? (
          <Icon name="later" size={14} />
        ) : isFailed ? (
          <Icon name={waitsForNetwork(job) ? 'offline' : 'warning'} size={14} />
        ) : (
          <span className="capture-turning" aria-hidden="true" />
        )}
        <span>
          {isFailed && <span className="unseen">{words.notSaved}: </span>}
          {stateWords(job, isPaused)}
        </span>
      </p>
      {!isCompact && job.title !== undefined && <p className="capture-address">{address}</p>}
      {state.kind === 'running' && (
        <div className="row-progress" aria-hidden="true">
          <div style={{ '--reached': (stages.indexOf(state.stage) + 0.5) / stages.length } as CSSProperties} />
        </div>
      )}
      {isFailed && (
        <div className="capture-actions">
          {state.failure.code === 'private-address' && state.failure.allowable !== undefined ? (
            <Button onClick={() => void allowHostOf(job.id)}>{words.allowHost}</Button>
          ) : (
            <Button onClick={() => void retryCaptures([job])}>{words.retry}</Button>
          )}
          {asksForSignIn(state.failure) && <Button onClick={() => void signInTo(job.url)}>{words.signIn}</Button>}
          <Button kind="quiet" onClick={() => void openInBrowser(job.url, { job: job.id })}>
            {words.openInBrowser}
          </Button>
          <Button kind="quiet" onClick={() => void removeCaptures([job])}>
            {words.remove}
          </Button>
        </div>
      )}
    </div>
  )
}

function asksForSignIn(failure: Failure): boolean {
  if (failure.code === 'http-status') return failure.asksForProof === true || [401, 403].includes(failure.status)
  return failure.code === 'sign-in-needed'
}

function stateWords(job: CaptureJob, isPaused: boolean): string {
  const { state, host } = job
  switch (state.kind) {
    case 'waiting':
      if (isPaused) return `${words.paused} · ${host}`
      return `${state.until === undefined ? words.waiting : words.waitingUntil(clockTime(state.until))} · ${host}`
    case 'running':
      return `${words.stages[state.stage]} · ${host}`
    case 'saved':
      return words.stages.storing
    case 'failed': {
      const again = state.retryAt ? ` ${words.retryAt(clockTime(state.retryAt))}` : ''
      // What was done to the address is said of a link that is not saved, too: it is what Retry will ask for.
      return [failureWords(state.failure) + again, ...captureNoteWords(job)].join(' ')
    }
  }
}
