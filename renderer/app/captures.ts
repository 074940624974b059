// The captures under way, as main tells of them: for the rows at the top of the list and the strip below it.
import type { CaptureJob } from '../../preload/capture.ts'
import { captureNoteWords } from '../../preload/captureNote.ts'
import { failureWords } from '../../preload/failure.ts'
import { createStore } from '../ui/createStore.ts'
import { sayDone } from './acts.ts'
import { changeSettings } from './appSettings.ts'
import { ask, askOrSay, listen } from './bridge.ts'
import { layers, openLayer, type Refused } from './layers.ts'
import { longList, noteEnd, noteOutcome, noteRemoved, tellOutcomes } from './listSummary.ts'
import { say } from './toasts.ts'
import { words } from './words.ts'

export type Captures = {
  /** Waiting, running and failed ones; newest first. */
  readonly jobs: readonly CaptureJob[]
  /** Of the captures since the last time that none was under way. */
  readonly done: number
  readonly total: number
}

export const captures = createStore<Captures>({ jobs: [], done: 0, total: 0 })

/** What `captures` shows, by id; as soon as main speaks of it. */
const listed = new Map<string, CaptureJob>()
/** Counted once each, however often main speaks of them. */
const batch = new Set<string>()
const settled = new Set<string>()
/** What main takes in one request. */
const mostAtOnce = 10_000

export async function startCaptures() {
  listen('capture.changed', jobChanged)
  listen('capture.removed', jobRemoved)
  listed.clear()
  const known = await ask('capture.jobs')
  if (!known.ok) return
  for (const job of known.value) {
    // What was saved before this window was there has been said, or is told by its row.
    if (job.state.kind === 'saved') told.add(job.id)
    else jobChanged(job)
  }
}

/** More than any address has that main takes, and less than it lets one have in a request: what is longer must not keep the others from it. */
const longestSent = 20_000

/** Answers what was refused, with the reason in words; the rest is on its way. */
export async function saveLinks(links: readonly string[]): Promise<readonly Refused[]> {
  const refused: Refused[] = []
  for (let start = 0; start < links.length; start += mostAtOnce) {
    const some = links.slice(start, start + mostAtOnce)
    const whole = new Map(some.map((link) => [link.slice(0, longestSent), link]))
    const answer = await ask('capture.add', [...whole.keys()])
    if (!answer.ok) return [...refused, { url: links[start] ?? '', words: failureWords(answer.failure) }]
    // What is refused by a rule fails at once, and belongs to the list all the same.
    if (links.length > 1) for (const { id } of answer.value.jobs) batch.add(id)
    for (const job of answer.value.jobs) jobChanged(job)
    for (const { url, failure } of answer.value.refused)
      refused.push({ url: whole.get(url) ?? url, words: failureWords(failure) })
  }
  return refused
}

/** Saves, and opens the field again with what could not be taken. True when all is on its way. */
export async function saveLinksOrAsk(links: readonly string[]): Promise<boolean> {
  const added = await saveLinks(links)
  if (added.length === 0) return true
  // Two starts may bring some at once: the second has those of the first with it.
  const { top } = layers.get()
  const refused = [...((top?.kind === 'add' ? top.refused : undefined) ?? []), ...added]
  openLayer({ kind: 'add', text: refused.map(({ url }) => url).join('\n'), refused })
  return false
}

export const retryCaptures = (jobs: readonly CaptureJob[]) => askOrSay('capture.retry', idsOf(jobs))

/** Brought back, they are tried again. */
export async function removeCaptures(jobs: readonly CaptureJob[]) {
  if ((await askOrSay('capture.remove', idsOf(jobs))) === undefined) return
  sayDone(words.linksRemoved(jobs.length), () => saveLinksOrAsk(jobs.map(({ url }) => url)))
}

export const allowHostOf = (id: string) => askOrSay('capture.allowPrivate', id)

/** What runs is finished; what waits waits. */
export const pauseCaptures = (savingPaused: boolean) => changeSettings({ savingPaused })

export const cancelCaptures = () => askOrSay('capture.cancel', idsOf([...listed.values()].filter(isUnderWay)))

const idsOf = (jobs: readonly CaptureJob[]) => jobs.map(({ id }) => id)

export function isUnderWay(job: CaptureJob): boolean {
  return job.state.kind === 'waiting' || job.state.kind === 'running'
}

export function isFailed(job: CaptureJob): boolean {
  return job.state.kind === 'failed'
}

/** Tried without a network, and tried again by itself when there is one. */
export function waitsForNetwork(job: CaptureJob): boolean {
  return job.state.kind === 'failed' && job.state.failure.code === 'offline'
}

/** Failed, but only because the person has called it off. */
export function isCancelled(job: CaptureJob): boolean {
  return job.state.kind === 'failed' && job.state.failure.code === 'cancelled'
}

/** Whether the list shows them now, and whether somebody has asked to see them. */
export const jobsInList = createStore({ areSeen: false, isAsked: false })

export const askForFailed = () => jobsInList.change({ isAsked: true })

function jobChanged(job: CaptureJob) {
  if (isUnderWay(job)) {
    batch.add(job.id)
    settled.delete(job.id)
  } else if (batch.has(job.id)) settled.add(job.id)
  noteOutcome(job)
  if (job.state.kind === 'saved') {
    sayWhatWasKept(job)
    listed.delete(job.id)
  } else listed.set(job.id, job)
  showSoon()
}

function jobRemoved(id: string) {
  if (batch.has(id)) settled.add(id)
  noteRemoved(id)
  listed.delete(id)
  showSoon()
}

/** Up to so many, each change is shown at once. */
const fewJobs = 50
/** Of more: main speaks of thousands in a row, and to draw them all for each would keep the window busy for a minute. */
const showEveryMs = 100
let shownAt = -Infinity
let showing: ReturnType<typeof setTimeout> | undefined

function showSoon() {
  if (showing !== undefined) return
  const waitMs = listed.size <= fewJobs ? 0 : shownAt + showEveryMs - performance.now()
  if (waitMs <= 0) return show()
  showing = setTimeout(() => {
    showing = undefined
    show()
  }, waitMs)
}

function show() {
  shownAt = performance.now()
  const jobs = [...listed.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
  tellOutcomes()
  if (!jobs.some(isUnderWay)) {
    noteEnd(batch)
    batch.clear()
    settled.clear()
  }
  captures.set({ jobs, done: settled.size, total: batch.size })
}

const told = new Set<string>()

function sayWhatWasKept(job: CaptureJob) {
  if (job.state.kind !== 'saved' || told.has(job.id)) return
  told.add(job.id)
  const notes = captureNoteWords(job.state)
  if (notes.length === 0) return
  const total = batch.size
  // Said once for all of a long list, and by each row.
  if (total >= longList) return
  const isOneOfSeveral = total > 1
  say(isOneOfSeveral ? `${job.host}: ${notes.join(' ')}` : notes.join(' '))
}

/** "Saving 3 of 8, kartenhaus.example" */
export function activityWords({ jobs, done, total }: Captures, isPaused = false): string {
  const left = jobs.filter((job) => job.state.kind === 'waiting').length
  const isRunning = jobs.some((job) => job.state.kind === 'running')
  if (isPaused && !isRunning) return words.savingPaused(left)
  const offline = jobs.filter(waitsForNetwork).length
  // Nothing is begun until one of those is through.
  if (offline > 0 && !isRunning) return words.waitingForNetwork(left + offline)
  const running = jobs.find((job) => job.state.kind === 'running') ?? jobs.find(isUnderWay)
  return words.saving(Math.min(done + 1, total), total, running?.host)
}
