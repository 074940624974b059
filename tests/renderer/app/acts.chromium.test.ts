// What is taken back is the act that was asked for last, however long the disk takes to do it.
import { expect, test } from 'vitest'
import { ok, type Result } from '../../../preload/failure.ts'
import { tell } from '../../../renderer/app/acts.ts'
import { undoLast } from '../../../renderer/app/toasts.ts'
import type { Undo } from '../../../renderer/library/acts.ts'

test('Undo while an act is still being done waits for it, and takes it back and not the one before', async () => {
  const takenBack: string[] = []
  const done = (words: string): Result<Undo> =>
    ok({
      words,
      undo: () => {
        takenBack.push(words)
        return Promise.resolve(ok({ words: `not ${words}`, undo: undefined }))
      },
    })
  await tell(Promise.resolve(done('tagged')))
  let finish: (result: Result<Undo>) => void = () => undefined
  void tell(new Promise((resolve) => (finish = resolve)))
  const undoing = undoLast()
  finish(done('archived'))
  await undoing
  expect(takenBack).toEqual(['archived'])
})
