import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaptureJob } from '../../../preload/capture.ts'
import { requests } from '../../../preload/contract.ts'
import { onArticles, recaptureTargets } from '../../../renderer/app/articleCommands.ts'
import {
  cancelCaptures,
  captures,
  removeCaptures,
  retryCaptures,
  saveLinks,
  startCaptures,
} from '../../../renderer/app/captures.ts'
import { hush, toasts, undoLast } from '../../../renderer/app/toasts.ts'
import { catchUp } from '../../../renderer/library/ingest.ts'
import { fakeVault } from '../../fakes.ts'
import { until } from '../../until.ts'
import { useVault, withVault } from '../library/withVault.ts'

const note = 'This looks like a sign-in wall; 71 words are visible.'

beforeEach(() => {
  hush()
  captures.set({ jobs: [], done: 0, total: 0 })
})
afterEach(() => hush())

test('says what is special about a page that was just saved', async () => {
  const vault = await started([])
  vault.emit('capture.changed', saved(1))
  expect(toasts.get().toast?.words).toBe(note)
})

test('says whose page is meant when several are being saved', async () => {
  const vault = await started([])
  vault.emit('capture.changed', job(2, { kind: 'running', stage: 'images' }))
  vault.emit('capture.changed', job(3, { kind: 'running', stage: 'images' }))
  vault.emit('capture.changed', saved(3))
  expect(toasts.get().toast?.words).toBe(`b.example: ${note}`)
})

test('a window that is loaded again says nothing of what was saved before', async () => {
  const vault = await started([saved(4)])
  expect(toasts.get().toast).toBeUndefined()
  vault.emit('capture.changed', saved(4))
  expect(toasts.get().toast).toBeUndefined()
})

test('thousands of links told of in a row are drawn a few times, not once for each', async () => {
  const vault = await started([])
  let draws = 0
  const stop = captures.subscribe(() => (draws += 1))
  for (let n = 0; n < 3_000; n += 1) vault.emit('capture.changed', job(n, { kind: 'waiting' }))
  await until(() => expect(captures.get()).toMatchObject({ total: 3_000, done: 0 }))
  stop()
  expect(draws).toBeLessThan(200)
  expect(captures.get().jobs.map(({ id }) => id)).toEqual(
    Array.from({ length: 3_000 }, (_, n) => job(2_999 - n, { kind: 'waiting' }).id),
  )
})

test('thousands of links are called off, tried again and removed by one request each: main answers only so many', async () => {
  const asked: string[] = []
  const note = (name: string) => (ids: readonly string[]) => {
    asked.push(`${name} ${ids.length}`)
    return null
  }
  const jobs = Array.from({ length: 3_000 }, (_, n) => job(n, { kind: 'waiting' }))
  await started(jobs, {
    'capture.cancel': note('cancel'),
    'capture.retry': note('retry'),
    'capture.remove': note('remove'),
  })
  await cancelCaptures()
  await retryCaptures(jobs)
  await removeCaptures(jobs)
  expect(asked).toEqual(['cancel 3000', 'retry 3000', 'remove 3000'])
  expect(toasts.get().toast?.words).toBe('Removed 3,000 links.')
})

test('Undo of links that were removed says what came back', async () => {
  const jobs = [job(1, { kind: 'failed', failure: { code: 'offline' } })]
  await started(jobs, { 'capture.remove': () => null, 'capture.add': () => ({ jobs, refused: [] }) })
  await removeCaptures(jobs)
  await undoLast()
  expect(toasts.get().toast?.words).toBe('Taken back: Removed the link.')
})

test('Undo of links that cannot be taken again says nothing of having taken it back', async () => {
  const jobs = [job(1, { kind: 'failed', failure: { code: 'offline' } })]
  const refused = jobs.map(({ url }) => ({ url, failure: { code: 'invalid-address' as const } }))
  await started(jobs, { 'capture.remove': () => null, 'capture.add': () => ({ jobs: [], refused }) })
  await removeCaptures(jobs)
  await undoLast()
  expect(toasts.get().toast).toBeUndefined()
})

test('a line that is too long for any address keeps none of the others from being saved, and comes back whole', async () => {
  const long = `https://b.example/${'x'.repeat(150_000)}`
  await started([], {
    'capture.add': (links) => ({
      jobs: [],
      refused: requests['capture.add'].args
        .parse([links])[0]
        .filter((link) => link.length > 8_192)
        .map((url) => ({ url, failure: { code: 'address-too-long', limit: 8_192 } })),
    }),
  })
  const refused = await saveLinks(['https://b.example/1', long, 'https://b.example/2'])
  expect(refused.map(({ url }) => url)).toEqual([long])
  expect(refused.map(({ words }) => words)).toEqual(['The address is too long (limit 8,192).'])
})

test('what cannot be saved again says why: the article that a library begins with came from no site', async () => {
  const vault = await withVault({
    handlers: {
      'capture.add': ([url = '']) => ({ jobs: [], refused: [{ url, failure: { code: 'unsupported-scheme' } }] }),
    },
  })
  const { id } = vault.save({ url: 'offprint:welcome' })
  await catchUp()
  onArticles([id], () => void recaptureTargets())
  await until(() => expect(toasts.get().toast?.words).toBe('Only http and https pages can be saved.'))
})

async function started(jobs: CaptureJob[], handlers: NonNullable<Parameters<typeof fakeVault>[0]>['handlers'] = {}) {
  const vault = fakeVault({ handlers: { 'capture.jobs': () => jobs, ...handlers } })
  useVault(vault)
  await startCaptures()
  return vault
}

const saved = (n: number) =>
  job(n, {
    kind: 'saved',
    article: '01KA0000000000000000000001',
    version: '01KA0000000000000000000002',
    verdict: 'wall',
    current: true,
    notes: [note],
  })

const job = (n: number, state: CaptureJob['state']): CaptureJob => ({
  id: `01KA000000000000000000${String(n).padStart(4, '0')}`,
  url: `https://b.example/${n}`,
  host: 'b.example',
  addedAt: '2026-11-22T10:00:00.000Z',
  tries: 0,
  notes: [],
  state,
})
