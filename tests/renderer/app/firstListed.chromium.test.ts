// What is not needed for the first list waits for it: it is told when that list is known.
import { expect, test } from 'vitest'
import { firstListed, setRows } from '../../../renderer/app/selection.ts'

test('the first list is known when its rows are, also when it has none, and not while they are being read', async () => {
  let isKnown = false
  const known = firstListed.then(() => (isKnown = true))
  setRows(undefined, false)
  await Promise.resolve()
  expect(isKnown).toBe(false)
  setRows([], true)
  await known
  expect(isKnown).toBe(true)
})
