import { expect, it } from 'vitest'
import { callBudget } from '../../main/callBudget.ts'

it('B2: stops a runaway loop and lets a person go on', () => {
  let time = 0
  const budget = callBudget(() => time)
  const granted = Array.from({ length: 10_000 }, () => budget.take()).filter(Boolean).length
  expect(granted).toBe(2_000)
  expect(budget.take()).toBe(false)
  time += 100
  expect(budget.take()).toBe(true)
})

it('is not confused by a clock that goes back', () => {
  let time = 1_000_000
  const budget = callBudget(() => time)
  time = 0
  expect(budget.take()).toBe(true)
})
