// Choosing and going to the end mean the whole list, also while the end of a long one is still being read.
import { beforeEach, expect, test } from 'vitest'
import { commandOf } from '../../../renderer/app/commands.ts'
import { chooseAll, chooseNone, selection, setRows, showView, whenChosen } from '../../../renderer/app/selection.ts'
import { until } from '../../until.ts'

const first = Array.from({ length: 40 }, (_, n) => `id-${n}`)
const all = Array.from({ length: 5_000 }, (_, n) => `id-${n}`)

beforeEach(() => {
  chooseNone()
  selection.change({ view: { kind: 'all' }, query: '', cursor: undefined })
  setRows(first, false)
})

test('all are chosen, those too that the list does not know yet', async () => {
  const chosen = chooseAll()
  expect(selection.get().chosen.size).toBe(40)
  setRows(all, true)
  await chosen
  expect(selection.get().chosen.size).toBe(5_000)
})

test('a command waits until it is known what was chosen', async () => {
  void chooseAll()
  let isKnown = false
  const known = whenChosen().then(() => (isKnown = true))
  await Promise.resolve()
  expect(isKnown).toBe(false)
  setRows(all, true)
  await known
  expect(selection.get().chosen.size).toBe(5_000)
})

test.each([
  ['has gone to another view', () => showView({ kind: 'inbox' })],
  ['has taken the choice back', chooseNone],
])('nothing is chosen for one who %s meanwhile', async (_name, leave) => {
  const chosen = chooseAll()
  leave()
  setRows(all, true)
  await chosen
  expect(selection.get().chosen.size).toBe(0)
})

test.each([
  ['a row', 'id-3'],
  ['nowhere', undefined],
])('End goes from %s to the last row, not to the last that is known', async (_name, cursor) => {
  selection.change({ cursor })
  void commandOf('list.last').run()
  setRows(all, true)
  await until(() => expect(selection.get().cursor).toBe('id-4999'))
})
