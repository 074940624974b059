import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaptureJob } from '../../../preload/capture.ts'
import { captures, startCaptures } from '../../../renderer/app/captures.ts'
import { hush, toasts } from '../../../renderer/app/toasts.ts'
import { fakeVault } from '../../fakes.ts'
import { useVault } from '../library/withVault.ts'

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

async function started(jobs: CaptureJob[]) {
  const vault = fakeVault({ handlers: { 'capture.jobs': () => jobs } })
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
  id: `01KA00000000000000000000D${n}`,
  url: `https://b.example/${n}`,
  host: 'b.example',
  addedAt: '2026-11-22T10:00:00.000Z',
  tries: 0,
  notes: [],
  state,
})
