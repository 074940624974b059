import { expect, test } from 'vitest'
import type { Figure } from '../bench/figure.ts'
import { overBudget, readBudgets } from '../bench/overBudget.ts'

const figure = (size: number, p50: number, p95: number): Figure => ({
  bench: 'room',
  figure: 'memory, idle',
  engine: 'offprint',
  size,
  unit: 'MB',
  p50,
  p95,
  n: 3,
})

test('a figure is over its budget by its median, by its 95th percentile, or against the empty library of the same run', () => {
  const over = (budget: object, figures: readonly Figure[]) =>
    overBudget(figures, [{ bench: 'room', figure: 'memory, idle', ...budget }]).length
  expect(over({ p50: 10, p95: 20 }, [figure(1_000, 10, 20)])).toBe(0)
  expect(over({ p50: 10, p95: 20 }, [figure(1_000, 11, 21)])).toBe(2)
  expect(over({ overEmpty: 60 }, [figure(0, 300, 300), figure(1_000, 361, 361)])).toBe(1)
  expect(over({ timesEmpty: 1.3 }, [figure(0, 300, 300), figure(1_000, 361, 361)])).toBe(0)
  expect(over({ size: 10_000, p50: 1 }, [figure(1_000, 2, 2)])).toBe(0)
})

test('the budgets can be read', () => {
  expect(readBudgets().length).toBeGreaterThan(10)
})
