import { expect, test } from 'vitest'
import { electronComplaints } from '../../build/audit.ts'

const now = new Date('2026-11-22T00:00:00Z')
const released = {
  created: '2013-01-01T00:00:00Z',
  '42.9.0': '2026-10-01T00:00:00Z',
  '45.4.1': '2026-11-01T00:00:00Z',
  '45.4.10': '2026-11-02T00:00:00Z',
  '45.5.0': '2026-11-20T00:00:00Z',
  '46.0.0-beta.1': '2026-11-01T00:00:00Z',
}

test('a patch that has been out for more than two weeks is due, a newer one not yet', () => {
  expect(electronComplaints('45.4.1', released, now)).toEqual([
    'Electron 45.4.10 has been out for more than 14 days; ours is 45.4.1',
  ])
  expect(electronComplaints('45.4.10', released, now)).toEqual([])
})

test('a major that is no longer among the latest three gets no fixes', () => {
  expect(electronComplaints('42.9.0', released, now)).toEqual([
    'Electron 42.9.0 gets no security fixes any more; 45 is the latest',
  ])
})
