import { expect, it } from 'vitest'
import { inTurn } from '../../preload/inTurn.ts'

it('B2: of ten thousand calls no more than so many are unanswered at once, all are made, in their order', async () => {
  const run = inTurn(64)
  const made: number[] = []
  let underWay = 0
  let most = 0
  const calls = Array.from({ length: 10_000 }, (_, n) =>
    run(async () => {
      made.push(n)
      most = Math.max(most, ++underWay)
      await Promise.resolve()
      underWay -= 1
      return n
    }),
  )
  expect(await Promise.all(calls)).toEqual(made)
  expect(made).toEqual(Array.from({ length: 10_000 }, (_, n) => n))
  expect(most).toBe(64)
})

it('goes on after a call that failed', async () => {
  const run = inTurn(1)
  const failing = run(() => Promise.reject(new Error('no')))
  const next = run(() => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
